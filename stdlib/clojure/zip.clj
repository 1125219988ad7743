;; clojure.zip: places in trees.
;;
;; A location is [node path] with the functions of the zipper in its metadata. The path is nil at
;; the root, otherwise a map: :l, the vector of left siblings; :r, the seq of right ones; :pnodes,
;; the ancestors from the root; :ppath, the parent's path; :changed?, whether the node differs
;; from what its parent holds.

(ns clojure.zip
  "Functional editing of trees: a location is a node together with its place."
  (:refer-clojure :exclude [replace remove next]))

(defn zipper
  "The location of the root of a tree. branch? tells whether a node may have children, children
  returns a seq of them, and (make-node node children) is node with other children."
  {:added "1.0"}
  [branch? children make-node root]
  (with-meta [root nil]
    {:zip/branch? branch? :zip/children children :zip/make-node make-node}))

(defn seq-zip
  "A zipper of nested seqs."
  {:added "1.0"}
  [root]
  (zipper seq? identity (fn [node children] (with-meta children (meta node))) root))

(defn vector-zip
  "A zipper of nested vectors."
  {:added "1.0"}
  [root]
  (zipper vector? seq (fn [node children] (with-meta (vec children) (meta node))) root))

(defn xml-zip
  "A zipper of XML elements: maps with :content."
  {:added "1.0"}
  [root]
  (zipper (complement string?)
          (comp seq :content)
          (fn [node children] (assoc node :content (and children (apply vector children))))
          root))

(defn node
  "The node at the location."
  {:added "1.0"}
  [loc]
  (loc 0))

(defn branch?
  "True when the node may have children."
  {:added "1.0"}
  [loc]
  ((:zip/branch? (meta loc)) (node loc)))

(defn children
  "A seq of the children of the node, which must be a branch."
  {:added "1.0"}
  [loc]
  (if (branch? loc)
    ((:zip/children (meta loc)) (node loc))
    (throw (new Exception "called children on a leaf node"))))

(defn make-node
  "The node with the given children, as the zipper of the location makes it."
  {:added "1.0"}
  [loc node children]
  ((:zip/make-node (meta loc)) node children))

(defn path
  "The nodes that lead to the location, from the root."
  {:added "1.0"}
  [loc]
  (:pnodes (loc 1)))

(defn lefts
  "A seq of the siblings to the left."
  {:added "1.0"}
  [loc]
  (seq (:l (loc 1))))

(defn rights
  "A seq of the siblings to the right."
  {:added "1.0"}
  [loc]
  (:r (loc 1)))

(defn- at
  "The location of the node with the path, in the zipper of loc."
  [loc node path]
  (with-meta [node path] (meta loc)))

(defn down
  "The location of the leftmost child, or nil."
  {:added "1.0"}
  [loc]
  (when (branch? loc)
    (let [[n p] loc
          [c & more :as cs] (children loc)]
      (when cs
        (at loc c {:l []
                   :pnodes (if p (conj (:pnodes p) n) [n])
                   :ppath p
                   :r more})))))

(defn up
  "The location of the parent, with the changes made below it, or nil."
  {:added "1.0"}
  [loc]
  (let [[n {:keys [l ppath pnodes r changed?] :as p}] loc]
    (when pnodes
      (let [parent (peek pnodes)]
        (if changed?
          (at loc
              (make-node loc parent (concat l (cons n r)))
              (when ppath (assoc ppath :changed? true)))
          (at loc parent ppath))))))

(defn root
  "The root node, with all changes."
  {:added "1.0"}
  [loc]
  (if (= :end (loc 1))
    (node loc)
    (if-let [parent (up loc)]
      (recur parent)
      (node loc))))

(defn right
  "The location of the sibling to the right, or nil."
  {:added "1.0"}
  [loc]
  (let [[n {:keys [l r] :as p}] loc
        [target & more :as siblings] r]
    (when (and p siblings)
      (at loc target (assoc p :l (conj l n) :r more)))))

(defn rightmost
  "The location of the rightmost sibling, which may be itself."
  {:added "1.0"}
  [loc]
  (let [[n {:keys [l r] :as p}] loc]
    (if (and p r)
      (at loc (last r) (assoc p :l (apply conj l n (butlast r)) :r nil))
      loc)))

(defn left
  "The location of the sibling to the left, or nil."
  {:added "1.0"}
  [loc]
  (let [[n {:keys [l r] :as p}] loc]
    (when (and p (seq l))
      (at loc (peek l) (assoc p :l (pop l) :r (cons n r))))))

(defn leftmost
  "The location of the leftmost sibling, which may be itself."
  {:added "1.0"}
  [loc]
  (let [[n {:keys [l r] :as p}] loc]
    (if (and p (seq l))
      (at loc (first l) (assoc p :l [] :r (concat (rest l) [n] r)))
      loc)))

(defn insert-left
  "Inserts item to the left of the location, without moving."
  {:added "1.0"}
  [loc item]
  (let [[n {:keys [l] :as p}] loc]
    (if p
      (at loc n (assoc p :l (conj l item) :changed? true))
      (throw (new Exception "Insert at top")))))

(defn insert-right
  "Inserts item to the right of the location, without moving."
  {:added "1.0"}
  [loc item]
  (let [[n {:keys [r] :as p}] loc]
    (if p
      (at loc n (assoc p :r (cons item r) :changed? true))
      (throw (new Exception "Insert at top")))))

(defn replace
  "Puts node in the place of the node at the location."
  {:added "1.0"}
  [loc node]
  (let [[_ p] loc]
    (at loc node (assoc p :changed? true))))

(defn edit
  "Replaces the node at the location by (f node args…)."
  {:added "1.0"}
  [loc f & args]
  (replace loc (apply f (node loc) args)))

(defn insert-child
  "Inserts item as the leftmost child, without moving."
  {:added "1.0"}
  [loc item]
  (replace loc (make-node loc (node loc) (cons item (children loc)))))

(defn append-child
  "Inserts item as the rightmost child, without moving."
  {:added "1.0"}
  [loc item]
  (replace loc (make-node loc (node loc) (concat (children loc) [item]))))

(defn next
  "The next location of a walk through the tree, depth first; at the end, one for which end?
  holds."
  {:added "1.0"}
  [loc]
  (if (= :end (loc 1))
    loc
    (or (and (branch? loc) (down loc))
        (right loc)
        (loop [p loc]
          (if-let [parent (up p)]
            (or (right parent) (recur parent))
            [(node p) :end])))))

(defn prev
  "The location before this one in the walk of next, or nil at the root."
  {:added "1.0"}
  [loc]
  (if-let [before (left loc)]
    (loop [loc before]
      (if-let [child (and (branch? loc) (down loc))]
        (recur (rightmost child))
        loc))
    (up loc)))

(defn end?
  "True at the end of a walk by next."
  {:added "1.0"}
  [loc]
  (= :end (loc 1)))

(defn remove
  "Removes the node at the location and moves to the one before it in the walk."
  {:added "1.0"}
  [loc]
  (let [[_ {:keys [l ppath pnodes r] :as p}] loc]
    (cond
      (nil? p) (throw (new Exception "Remove at top"))
      (seq l) (loop [loc (at loc (peek l) (assoc p :l (pop l) :changed? true))]
                (if-let [child (and (branch? loc) (down loc))]
                  (recur (rightmost child))
                  loc))
      :else (at loc
                (make-node loc (peek pnodes) r)
                (when ppath (assoc ppath :changed? true))))))

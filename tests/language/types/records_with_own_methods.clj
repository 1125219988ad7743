; A record whose class brings methods in the place of a record's own, as libraries make them: by editing what
; defrecord expands to, so that a method given replaces the one of that name.
(require '[clojure.walk :as walk])
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(defn signature [method]
  (when (and (sequential? method) (symbol? (first method)) (vector? (second method)))
    [(name (first method)) (count (second method))]))
(defn replace-methods [form given]
  (let [[op type-name class-name fields key interfaces & methods] form
        kept (remove (fn [m] (when-let [own (get given (signature m))] (not= own m))) methods)]
    (assert (= [op key] '[deftype* :implements]))
    (list* op type-name class-name fields key (vec (distinct interfaces)) (distinct kept))))
(defmacro defrecord-with [type-name fields & body]
  (let [given (into {} (for [m body :when (signature m)] [(signature m) m]))]
    (walk/postwalk #(if (and (seq? %) (= 'deftype* (first %))) (replace-methods % given) %)
                   (macroexpand-1 (list* 'defrecord type-name fields body)))))

(defprotocol Shown (shown [this] [this x]))
(defrecord-with Bag [items note]
  clojure.lang.IHashEq
  (hasheq [_] 42)
  clojure.lang.Seqable
  (seq [_] (seq items))
  clojure.lang.IPersistentCollection
  (count [_] (count items))
  (cons [_ x] (Bag. (conj items x) note))
  (empty [_] (Bag. [] note))
  (equiv [_ other] (and (instance? Bag other) (= items (.-items ^Bag other))))
  Shown
  (shown [_] [:bag items])
  (shown [_ x] [x note]))
(def bag (->Bag [1 2 3] :n))
(show (hash bag) (seq bag) (count bag) (:items (conj bag 4)) (:note (empty bag))
      (= bag (->Bag [1 2 3] :other)) (= bag (->Bag [1] :n)) (= {:items [1 2 3] :note :n} bag) (= nil bag) (= bag nil)
      (shown bag) (shown bag 1) (:items bag) (.-note bag) (:x (assoc bag :x 1)) (class (assoc bag :x 1))
      (dissoc bag :note) (record? bag) (map? bag) (counted? bag) (contains? bag :items) (find bag :note)
      (first bag) (rest bag) (map inc bag) (vec (take 2 bag)) (apply + bag) (empty? (empty bag))
      (meta (with-meta bag {:m 1})) (get {bag :found} (->Bag [1 2 3] nil)) (.hasheq bag) (.count bag))

(defn refuse [] (throw (UnsupportedOperationException. "not here")))
(defrecord-with Closed [wrapped]
  clojure.lang.ILookup
  (valAt [_ k] (refuse))
  (valAt [_ k d] (refuse))
  clojure.lang.Associative
  (containsKey [_ k] (refuse))
  (entryAt [_ k] (refuse))
  clojure.lang.IPersistentMap
  (assoc [_ k v] (Closed. [k v]))
  (without [_ k] (refuse))
  java.lang.Iterable
  (iterator [_] (refuse))
  clojure.lang.IObj
  (meta [_] {:own true})
  (withMeta [_ m] (Closed. m)))
(def closed (->Closed 1))
(show (get closed :wrapped 2) (contains? closed :wrapped) (find closed :a) (.-wrapped closed)
      (.-wrapped (assoc closed :a 1)) (dissoc closed :wrapped) (meta closed) (.-wrapped (with-meta closed {:b 2}))
      (count closed) (seq closed))

; A record that reduces itself.
(defrecord Reducing [a b]
  clojure.lang.IReduceInit
  (reduce [_ f init] (f init :own))
  clojure.lang.IKVReduce
  (kvreduce [_ f init] (f init :key :value)))
(show (reduce conj [] (->Reducing 1 2)) (reduce-kv vector 0 (->Reducing 1 2))
      (into [] (->Reducing 1 2)) (transduce (map identity) conj [] (->Reducing 1 2)) (seq (->Reducing 1 2)))

; What names the class of such a record is compiled when the class is known: in a build too.
(defmethod print-method Closed [c w] (.write ^java.io.Writer w (str "#closed " (.-wrapped ^Closed c))))
(show closed (instance? Closed closed))

;; A seq that is a map or a set, too, prints as a seq; and what an object's toString prints comes before the object.

(deftype SetSeq [xs]
  clojure.lang.ISeq
  (first [_] (first xs)) (next [_] (next xs)) (more [_] (rest xs)) (seq [_] (seq xs))
  (cons [_ x] (cons x xs)) (count [_] (count xs)) (empty [_] ()) (equiv [_ other] (= xs other))
  clojure.lang.IPersistentSet
  (disjoin [this _] this) (contains [_ x] (some? (some #{x} xs))) (get [_ x] (some #{x} xs)))

(deftype MapSeq [xs]
  clojure.lang.ISeq
  (first [_] (first xs)) (next [_] (next xs)) (more [_] (rest xs)) (seq [_] (seq xs))
  (cons [_ x] (cons x xs)) (count [_] (count xs)) (empty [_] ()) (equiv [_ other] (= xs other))
  clojure.lang.IPersistentMap
  (without [this _] this) (assoc [this _ _] this) (assocEx [this _ _] this)
  (containsKey [_ _] false) (entryAt [_ _] nil) (valAt [_ _] nil) (valAt [_ _ default] default))

(doseq [value [(SetSeq. [1 "two"]) (MapSeq. [[:a 1]]) [(SetSeq. []) (MapSeq. [:b])]]]
  (prn value)
  (println value))
(println (binding [*print-length* 1] (pr-str (SetSeq. [1 2]))))

(deftype Loud []
  Object
  (toString [_] (print "loud ") "quiet"))

(require (quote clojure.string))
(defn- without-hash [text] (clojure.string/replace text #" 0x[0-9a-f]+" ""))

(println (without-hash (with-out-str (pr (Loud.)))))
(println (without-hash (with-out-str (print [(Loud.) 1]))))

;; An option of deftype and defrecord that asks for no print-method: types have none either way.
(deftype Plain [a] :no-print true Object (toString [_] (str "plain " a)))
(defrecord Row [a] :no-print true)
(println (str (Plain. 1)) (Row. 2))

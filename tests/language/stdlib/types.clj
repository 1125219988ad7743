;; Protocols, deftype, defrecord, reify.

(defprotocol Shape
  "Things with an area."
  (area [this] "The area.")
  (scale [this k] [this k l]))

(prn (:doc (meta #'Shape)) (:doc (meta #'area)) (:arglists (meta #'scale)))
(prn (sort (keys (:sigs Shape))) (:var Shape) (:on Shape))

(defrecord Square [side]
  Shape
  (area [_] (* side side))
  (scale [this k] (->Square (* side k)))
  (scale [this k l] [k l side]))

(deftype Circle [r ^:unsynchronized-mutable hits]
  Shape
  (area [_] (set! hits (inc hits)) (* 3 r r))
  (scale [_ k] (Circle. (* r k) hits))
  Object
  (toString [_] (str "circle " r " " hits)))

(def s (->Square 3))
(prn s (area s) (area (scale s 2)) (scale s 1 2))
(prn (:side s) (get s :x 5) (assoc s :side 4) (assoc s :color :red) (dissoc s :side))
(prn (= s (->Square 3)) (= s {:side 3}) (map->Square {:side 1 :z 2}) (seq s) (count s))
(prn (instance? Square s) (record? s) (map? s) (class s))
(prn (hash-map s 1))
(prn (meta (with-meta s {:a 1})))
(prn (let [{:keys [side]} s] side))

(def c (->Circle 2 0))
(prn (area c) (area c) (str c) (.r c) (.-r c))
(prn (str (scale c 10)))

(extend-type String
  Shape
  (area [s] (count s))
  (scale ([s k] (apply str (repeat k s)))
         ([s k l] [s k l])))
(extend-protocol Shape
  nil
  (area [_] 0)
  Number
  (area [n] n)
  clojure.lang.IPersistentVector
  (area [v] (reduce + (map area v))))
(prn (area "abc") (scale "ab" 2) (scale "ab" 1 2) (area nil) (area 5) (area 2.5) (area [1 "ab" nil s]))
(prn (satisfies? Shape "x") (satisfies? Shape :k) (satisfies? Shape nil) (satisfies? Shape s) (satisfies? Shape []))
(prn (extends? Shape String) (extends? Shape Square) (extends? Shape clojure.lang.Keyword))
(prn (try (area :k) (catch IllegalArgumentException e (ex-message e))))
(prn (try (scale nil 1) (catch IllegalArgumentException e (ex-message e))))
(extend clojure.lang.Keyword Shape {:area (fn [k] (count (name k)))})
(prn (area :abc))
(prn (try (extend Square Shape {}) (catch IllegalArgumentException e (ex-message e))))

(defprotocol Meta :extend-via-metadata true (info [x]))
(prn (info (with-meta [] {`info (fn [_] :from-meta)})))

(def r (reify
         Shape
         (area [_] 42)
         Object
         (toString [_] "reified")
         clojure.lang.IFn
         (invoke [_ x] [:called x])
         clojure.lang.ILookup
         (valAt [_ k] [:looked-up k])
         (valAt [_ k d] [:looked-up k d])
         clojure.lang.Counted
         (count [_] 7)
         clojure.lang.IDeref
         (deref [_] :derefed)))
(prn (area r) (str r) (r 1) (:k r) (get r :k 1) (count r) @r)

(definterface Named2 (label [n]))
(deftype L [] Named2 (label [_ n] (str "label" n)))
(prn (.label (L.) 3))
(prn (let [x 10] (area (reify Shape (area [_] x)))))
(deftype Pair [a b]
  clojure.lang.Seqable
  (seq [_] (list a b))
  clojure.lang.Indexed
  (nth [_ i] (case (int i) 0 a 1 b))
  (nth [_ i d] (case (int i) 0 a 1 b d)))
(prn (seq (Pair. 1 2)) (map inc (Pair. 1 2)) (let [[x y] (Pair. 3 4)] [x y]))
(defmulti describe class)
(defmethod describe Square [_] "square")
(defmethod describe :default [x] (str "other " x))
(prn (describe s) (describe 1))
(defmethod print-method Circle [c w] (.write w (str "#<Circle " (.r c) ">")))
(prn c [c])
(prn (pr-str {:c c}))

; Several threads at one call site, with targets of several classes: each gets what belongs to its own.
(defrecord A [x y])
(defrecord B [y x])
(deftype T [p q])
(deftype U [q p])
(defprotocol Named (named [_]))
(defprotocol Sized (size-of [_ n]))
(extend-protocol Named A (named [_] :a) B (named [_] :b) T (named [_] :t) U (named [_] :u) String (named [_] :string))
(deftype Three [] Sized (size-of [_ n] (+ n 3)))
(deftype Four [] Sized (size-of [_ n] (+ n 4)))

(defn wrong
  "How many of n values are not as expected: (ask value) for each of the items in turn."
  [ask items expected n]
  (loop [i 0 wrong 0]
    (if (< i n)
      (let [k (rem i (count items))]
        (recur (inc i) (if (= (nth expected k) (ask (nth items k))) wrong (inc wrong))))
      wrong)))

(defn in-threads [ask items expected & [n]]
  (let [orders [identity reverse #(concat (rest %) (take 1 %))]]
    (apply + (map deref (doall (for [order orders]
                                 (future (wrong ask (vec (order items)) (vec (order expected)) (or n 60000)))))))))

(prn (in-threads (fn [r] (:x r)) [(->A 1 2) (->B 3 4)] [1 4] 600000)
     (in-threads (fn [t] (.p t)) [(T. 1 2) (U. 3 4)] [1 4])
     (in-threads (fn [^T t] (.-p t)) [(T. 1 2) (T. 3 4)] [1 3])
     (in-threads (fn [v] (named v)) [(->A 1 2) (->B 3 4) (T. 1 2) (U. 3 4) "s"] [:a :b :t :u :string])
     (in-threads (fn [v] (.size-of v 1)) [(Three.) (Four.)] [4 5])
     (in-threads (fn [^CharSequence s] (.length s)) ["abc" (StringBuilder. "ab")] [3 2])
     (in-threads (fn [^java.util.Collection c] (.size c)) [[1 2 3] (java.util.ArrayList. [1]) #{1 2}] [3 1 2])
     (in-threads (fn [^Object o] (.hashCode o)) [1 \a "a" :k] [1 97 97 (.hashCode :k)]))
(shutdown-agents)

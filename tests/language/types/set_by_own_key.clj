; A set type that finds by its own key: get without a default is the set's own, with one it asks contains first.
(deftype ByKey [data k]
  clojure.lang.IPersistentSet
  (cons [_ v] (ByKey. (assoc data (k v) v) k))
  (empty [_] (ByKey. {} k))
  (equiv [_ o] (= (vals data) (seq o)))
  (seq [_] (vals data))
  (count [_] (count data))
  (disjoin [_ v] (ByKey. (dissoc data (k v)) k))
  (contains [_ v] (contains? data (k v)))
  (get [_ key] (get data key)))
(let [s (into (ByKey. {} :id) [{:id 1 :v "a"} {:id 2 :v "b"}])]
  (prn (get s 1) (get s 3) (get s 1 :none) (get s {:id 2} :none) (contains? s {:id 1}) (contains? s 1))
  (prn (seq (disj s {:id 1})) (count s) (set? s)))

; Collections that lack what = and calls ask for say so, by the interface that declares it.
(deftype Bare [x]
  clojure.lang.IPersistentStack
  (cons [_ v] (Bare. v))
  (peek [_] x)
  clojure.lang.Seqable
  (seq [_] (list x)))
(deftype Called [x]
  clojure.lang.IDeref (deref [_] x)
  clojure.lang.IFn (invoke [_ a] [x a]))
(defmacro told [expr] `(try ~expr (catch AbstractMethodError e# (second (re-find #"(interface .*)\.$" (ex-message e#))))))
(let [b (Bare. 1)]
  (prn (= b b) (told (= b [1])) (= [1] b) (= nil b)))
(prn ((Called. 1) 2) (told ((Called. 1))) (told ((Called. 1) 2 3)))

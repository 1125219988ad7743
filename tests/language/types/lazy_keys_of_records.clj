;; A lazy seq that is asked for as a key is realized, as its hash is: what its elements throw is thrown.
(defrecord R [a])
(defn failing [] (map (fn [_] (throw (ex-info "realized" {}))) [1]))
(defmacro show [& forms] `(do ~@(map (fn [form] `(prn (try ~form (catch Exception e# (ex-message e#))))) forms)))
(show (get (->R 1) (failing)) (contains? (->R 1) (failing)) (dissoc (->R 1) (failing)) (find (->R 1) (failing)))
(show (dissoc (->R 1) (map inc [1])) (dissoc (->R 1) :b) (into {} (dissoc (->R 1) :a)) (dissoc (assoc (->R 1) '(2) 3) (map inc [1])))

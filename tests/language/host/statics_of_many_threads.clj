;; Static members in Clojure from several threads at once, at sites that none of them has used before.
(defmacro sites [n] `(+ ~@(repeat n `(.getValue (java.time.DayOfWeek/of 3))) ~@(repeat n `(.ordinal java.time.DayOfWeek/SUNDAY)) ~@(repeat n `java.time.Year/MAX_VALUE)))
(defn all-sites [] (sites 40))
(let [go (promise)
      threads (mapv (fn [_] (future @go (reduce + (repeatedly 20 all-sites)))) (range 8))]
  (deliver go true)
  (println (distinct (map deref threads)) (all-sites)))
(shutdown-agents)

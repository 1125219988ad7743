; How often validators are asked: once for each value that a reference would have.
(def asked (atom 0))
(defn valid [x] (swap! asked inc) true)
(defmacro times-asked [& body] `(do (reset! asked 0) ~@body (prn '~(last body) @asked)))
(times-asked (atom 1 :validator valid))
(times-asked (atom nil :validator valid :meta {:a 1}))
(let [a (atom 1 :validator valid)]
  (times-asked (reset! a 2)) (times-asked (swap! a inc)) (times-asked (reset! a nil)) (times-asked (swap-vals! a (fn [_] 1)))
  (times-asked (reset-vals! a 2)) (times-asked (compare-and-set! a 2 3)) (times-asked (compare-and-set! a 2 3)) (times-asked (set-validator! a valid)))
(times-asked (ref 1 :validator valid))
(let [r (ref 1 :validator valid)]
  (times-asked (dosync (ref-set r 2))) (times-asked (dosync (alter r inc) (alter r inc))) (times-asked (dosync (commute r inc))) (times-asked (set-validator! r valid)))
(times-asked (agent 1 :validator valid))
(let [a (agent 1 :validator valid)]
  (times-asked (do (send a inc) (while (not= 2 @a) (Thread/sleep 1)))) (times-asked (set-validator! a valid)))
(def ^:dynamic x 1)
(times-asked (set-validator! #'x valid)) (times-asked (alter-var-root #'x inc)) (times-asked (def ^:dynamic x 5))
(times-asked (with-redefs [x 2] x)) (times-asked (binding [x 2] x)) (times-asked (binding [x 2] (set! x 3)))
(prn (try (atom 1 :meta 5 :validator (fn [_] (prn :asked) true)) (catch ClassCastException _ :refused)))
(shutdown-agents)

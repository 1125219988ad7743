;; A large map in an atom under updates: old objects that refer to new ones.
(ns bench.update_in_place)

(def ^:private state (delay (atom (zipmap (range 100000) (repeat 0)))))

(defn run []
  (let [a @state]
    (reset! a (zipmap (range 20000) (repeat 0)))
    (dotimes [i 60000]
      (swap! a update (mod (* i 7919) 20000) inc))
    (reduce + (vals @a))))

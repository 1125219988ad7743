;; PersistentQueue and lists as stacks.
(ns bench.queue_list)

(defn run []
  (let [q (loop [i 0 q clojure.lang.PersistentQueue/EMPTY]
            (if (< i 100000) (recur (inc i) (conj q i)) q))
        sum (loop [q q sum 0] (if-let [x (peek q)] (recur (pop q) (+ sum x)) sum))]
    (loop [i 0 l ()]
      (if (< i 200000)
        (recur (inc i) (if (zero? (mod i 3)) (rest l) (conj l i)))
        (+ sum (count l))))))

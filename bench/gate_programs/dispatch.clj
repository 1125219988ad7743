(ns gate.dispatch)
(defprotocol Shape (area [shape]))
(deftype Square [side] Shape (area [_] (* side side)))
(deftype Circle [r] Shape (area [_] (* 3 r r)))
(defmulti legs :kind)
(defmethod legs :dog [_] 4)
(defmethod legs :bird [_] 2)
(defn -main []
  (let [shapes [(Square. 2) (Circle. 3)] animals [{:kind :dog} {:kind :bird}]]
    (println (loop [i 0 sum 0]
               (if (< i 20000)
                 (recur (inc i) (+ sum (area (nth shapes (rem i 2))) (legs (nth animals (rem i 2)))))
                 sum)))))

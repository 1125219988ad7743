(ns flag)
(defn f [a b] a) ; !
(defn g [xs]
  (let [x 1 ; !
        y 2]
    (doseq [z xs] ; !
      (println y)))
  (try
    (println xs)
    (catch Exception e nil))) ; !
(defn h [{:keys [used unused] :as whole}] used) ; !
(defn i [[first & others]] first) ; !
(defn j [x]
  (loop [[a b] x] ; !
    (when a (recur nil))))

(ns flag)
(defn f [x]
  (do ; !
    (println x)
    x))
(defn g [x]
  (let [y x]
    (do (println y) y)) ; !
  (if x
    (do x) ; !
    (do)) ; !
  (when x
    (do (println x)))) ; !

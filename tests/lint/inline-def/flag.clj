(ns flag)
(defn f [x]
  (def y x) ; !
  (defn z [] y)) ; !

(ns flag)
(declare later)
(defn two [a b] [a b])
(defn more [a & others] [a others])
(defmacro one [x] x)
(defprotocol Shape (area [this scale]))
(defn f [x]
  (two 1) ; !
  (more) ; !
  (one 1 2) ; !
  (area x) ; !
  (nth x) ; !
  (:key x 1 2) ; !
  (later 1) ; !
  (-> x (two 1 2)) ; !
  (let [g (fn [a] a)]
    (g 1 2)) ; !
  ((fn [a] a)) ; !
  (loop [i 0]
    (recur i 1))) ; !
(defn later [] nil)

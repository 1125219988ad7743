(ns flag)
(defn f [x]
  (inc x) ; !
  [x] ; !
  x ; !
  (when x
    (map inc x) ; !
    (assoc x :a 1) ; !
    (fn [] x) ; !
    {:a x} ; !
    x))

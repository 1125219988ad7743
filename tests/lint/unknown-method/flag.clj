(ns flag)
(defn f [x]
  (Math/squareRoot x) ; !
  Math/TAU_SQUARED ; !
  (.frobnicateAll x)) ; !

(ns flag)
(defn f [x]
  (Math/squareRoot x) ; !
  Math/TAU_SQUARED ; !
  (java.time.LocalDate/guess x) ; !
  java.time.temporal.ChronoUnit/YEARZ ; !
  (.frobnicateAll x)) ; !

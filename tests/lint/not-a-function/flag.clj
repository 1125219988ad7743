(ns flag)
(defn f [x]
  (1 x) ; !
  ("text" x) ; !
  (\c) ; !
  (true) ; !
  (nil x)) ; !

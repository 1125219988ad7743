(ns flag)
(defn f [x]
  (inc (recur x))) ; !
(defn g [x]
  (try
    (recur x) ; !
    (finally nil)))
(defn h [x]
  (recur x) ; !
  x)

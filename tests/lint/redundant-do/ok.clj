(ns ok)
(do (def a 1) (def b 2))
(defn f [x]
  (if x
    (do (println x) x)
    (println "no")))
(defmacro g [& body] `(do ~@body))
(defn h [] (g 1))
(def i #(do [%]))

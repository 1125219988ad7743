(ns flag)
(def a (let [x] x)) ; !
(def b "\q") ; !
(def c (if)) ; !
(def d #unclosed{:a}) ; !
(def e :ok)
(defn f [x] (println x)) ) ; !
(defn g [x]
  (println x))
(defn h [x] ; !
  (println x)

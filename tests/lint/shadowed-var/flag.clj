(ns flag)
(defn size [x] x)
(defn f [name] name) ; !
(defn g [x]
  (let [size 1] ; !
    (+ size x)))

(ns other)
(defn- hidden [x] x)
(hidden 1)
(ns flag)
(defn f [x] (other/hidden x)) ; !
(defn g [] other/hidden) ; !

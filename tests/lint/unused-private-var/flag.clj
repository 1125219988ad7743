(ns flag)
(defn- f [x] x) ; !
(def ^:private g 1) ; !
(defmacro ^:private h [x] x) ; !

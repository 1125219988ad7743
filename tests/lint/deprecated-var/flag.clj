(ns flag)
(defn ^{:deprecated "1.2"} old [x] x)
(defmacro ^:deprecated older [x] x)
(defn f [x] (old x)) ; !
(def g old) ; !
(defn h [x] (older x)) ; !

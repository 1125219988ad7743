(ns flag)
(defn f [x]
  (frobnicate x) ; !
  (let [y 1]
    (+ x y z))) ; !
(defn g [] (new Missing)) ; !
undefined ; !
(defmacro m [x] (helper x)) ; !
(m (anything at all))

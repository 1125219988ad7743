(ns flag)
(defn f [x] ; !
  "Returns x."
  x)
(defmacro m [x] ; !
  "Expands to x."
  x)

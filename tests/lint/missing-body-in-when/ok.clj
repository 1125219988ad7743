(ns ok)
(defn f [x]
  (when x nil)
  (when-let [y x] y)
  '(when x))

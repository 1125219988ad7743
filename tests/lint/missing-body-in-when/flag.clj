(ns flag)
(defn f [x]
  (when x) ; !
  (when-not x) ; !
  (when-let [y x]) ; !
  (when-some [y x])) ; !

(ns flag)
(defn f [x]
  (let [] ; !
    (println x))
  (let [y x]
    (let [z y] ; !
      [y z])))

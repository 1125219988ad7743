(ns lib.six)
(defn start [] :six)

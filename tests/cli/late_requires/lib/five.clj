(ns lib.five)
(defn start [] :five)

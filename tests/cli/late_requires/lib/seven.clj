(ns lib.seven)
(defn start [] :seven)

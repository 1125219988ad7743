(ns flag)
(def m {:a 1 :b 2 :a 3}) ; !
(defn f [{:keys [x] :as y, :keys [z]}] ; !
  [x y z])

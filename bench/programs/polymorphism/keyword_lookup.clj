; Lookups in small maps: keywords and maps as functions, get, get-in, defaults, update, assoc.
(ns bench.keyword-lookup)

(def config {:name "x" :limits {:low 1 :high 9 :step {:size 2}} :rate 3 :on? true})

(defn run []
  (loop [i 0 state {:n 0 :seen 0} sum 0]
    (if (< i 30000)
      (recur (inc i)
             (assoc state :n i :seen (inc (:seen state)))
             (+ sum (:rate config) (config :rate) (get config :rate) (get config :missing 1)
                (get-in config [:limits :step :size]) (:missing config 2)
                (-> config :limits :high) (if (:on? config) 1 0)
                (:n (update state :n inc))))
      sum)))

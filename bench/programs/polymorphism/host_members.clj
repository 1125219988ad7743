; Methods of host classes and of deftypes through an interface's name, static methods.
(ns bench.host-members)

(deftype Range [low high]
  Object
  (toString [_] "range")
  clojure.lang.Counted
  (count [_] (- high low)))

(defn run []
  (let [text "the quick brown fox" range (Range. 3 40)]
    (loop [i 0 sum 0]
      (if (< i 60000)
        (recur (inc i)
               (+ sum (.length ^String text) (.indexOf ^String text "quick")
                  (if (.startsWith ^String text "the") 1 0)
                  (.count range) (Math/abs (- 5 (long (rem i 10)))) (Math/max 3 (long (rem i 7)))))
        sum))))

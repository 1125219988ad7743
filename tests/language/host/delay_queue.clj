;; java.util.concurrent.DelayQueue: elements come out when their delay is over.
(import '(java.util.concurrent DelayQueue Delayed TimeUnit))
(deftype Item [label at]
  Delayed
  (getDelay [_ unit] (.convert unit (- at (System/currentTimeMillis)) TimeUnit/MILLISECONDS))
  (compareTo [_ o] (compare at (.-at ^Item o))))
(def q (DelayQueue.))
(def now (System/currentTimeMillis))
(.put q (Item. :late (+ now 600)))
(.add q (Item. :early (- now 5)))
(.offer q (Item. :middle (+ now 300)))
(prn (.size q) (.label (.peek q)))
(prn (.label (.poll q)) (.poll q))
(prn (.label (.take q)) (.label (.take q)) (.isEmpty q))
(prn (.poll q 5 TimeUnit/MILLISECONDS))
(.put q (Item. :x (+ (System/currentTimeMillis) 20)))
(prn (.label (.poll q 2 TimeUnit/SECONDS)))

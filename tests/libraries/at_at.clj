(ns libraries.at-at
  (:require [overtone.at-at :as at] [clojure.string :as s]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(let [pool (at/mk-pool :cpu-count 2) ran (atom []) done (promise)]
  (show (s/starts-with? (pr-str pool) "#<MutablePool - jobs: 0"))
  (let [one (at/after 10 #(do (swap! ran conj :after) (deliver done :yes)) pool :desc "once")]
    (show (:desc one) (:initial-delay one) (class one) (deref done 60000 :late) @ran))
  (let [beats (atom 0) many (promise)
        job (at/every 5 #(when (= 3 (swap! beats inc)) (deliver many @beats)) pool :desc "beat" :initial-delay 1)]
    (show (deref many 60000 :late) (:ms-period job) (at/stop job) @(:scheduled? job) (at/stop job)))
  (let [apart (promise) job (at/interspaced 5 #(deliver apart :ok) pool)]
    (show (deref apart 60000 :late) (:desc job) (at/kill job)))
  (let [later (at/at (+ (at/now) 3600000) (fn [] nil) pool :desc "far")]
    (show (< 0 (:initial-delay later) 3600001)
          (map :desc (at/scheduled-jobs pool))
          (s/replace (with-out-str (at/show-schedule pool)) #"\[\d+\]|\d\d:\d\d:\d\ds|created.*|\w{3} \d+|, starts.*|\d+\.\d+" "…")
          (s/replace (pr-str later) #"created-at: [^,]+, |id: \d+|delay: \d+" "…")
          (class (at/stop-and-reset-pool! pool :strategy :kill)) (at/scheduled-jobs pool) (at/stop-and-reset-pool! pool :strategy :nope)))
  (show (:desc (at/after 5 (fn [] nil) pool)) (:ms-period (at/every 5 (fn [] nil) pool :initial-delay 0)))
  (at/stop-and-reset-pool! pool :strategy :kill)
  (.shutdownNow (:thread-pool @(:pool-atom pool))))
(shutdown-agents)

;; seque ends where its seq throws; queues as buffers.
(defmacro show [& expressions]
  `(do
     ~@(for [e expressions]
         `(println (pr-str '~e) "=>"
                   (try (pr-str ~e)
                        (catch Throwable t#
                          (let [message# (when-not (instance? NullPointerException t#) (.getMessage t#))
                                end# (when message# (.indexOf message# " ("))]
                            (str (.getName (class t#)) ": "
                                 (if (and end# (pos? end#)) (subs message# 0 end#) message#)))))))))


(show
 (seque :else)
 (seque 3 (map inc [1 2 :a]))
 (seque 3 (map inc [1 2 3 nil]))
 (try (doall (seque 1 (lazy-seq (throw (Exception. "x"))))) (catch Throwable t (ex-message t)))
 (seque [nil 1 nil])
 (seque 3 (map (fn [x] (/ 6 x)) [3 2 1 0 5]))
 (seque 1 (map (fn [x] (/ 6 x)) [3 2 1 0 5]))
 (seque 0 [1 2])
 (seque -1 [1 2])
 (seque (java.util.concurrent.LinkedBlockingQueue. 2) (range 10))
 (seque (java.util.concurrent.ArrayBlockingQueue. 2) [nil 1 nil])
 (seque 2 nil)
 (seque 2 (take 3 (iterate nil 1)))
 (seque 2 (take 5 (iterate dec 1)))
 (seque 2 [])
 (do (shutdown-agents) nil))

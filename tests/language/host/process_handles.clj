;; java.lang.ProcessHandle: this process and those that it starts.
(ns process-handles
  (:import (java.lang ProcessHandle)))

(defn start ^Process [& command] (.start (ProcessBuilder. ^java.util.List (vec command))))

(let [self (ProcessHandle/current)]
  (prn (pos? (.pid self)) (.isAlive self) (= self (.get (ProcessHandle/of (.pid self)))) (.isPresent (.parent self))
       (.isPresent (.command (.info self))) (.isPresent (.startInstant (.info self)))
       (= (str self) (str (.pid self))))
  (prn (try (.destroy self) (catch IllegalStateException e (.getMessage e)))
       (try (.onExit self) (catch IllegalStateException e (.getMessage e)))))
(prn (.isPresent (ProcessHandle/of 999999999)))

(let [p (start "sleep" "60")
      h (.toHandle p)]
  (prn (= (.pid p) (.pid h)) (.isAlive h) (re-find #"not exited" (str p))
       (boolean (some #{(.pid p)} (map (fn [child] (.pid child)) (iterator-seq (.iterator (.children (ProcessHandle/current)))))))
       (vec (iterator-seq (.iterator (.descendants p)))))
  (prn (.destroy h) (.waitFor p) (.isAlive h) (.exitValue p) (re-find #"exitValue=\d+" (str p))))
(let [p (start "true")
      ended (promise)]
  (.thenRun (.onExit p) (fn [] (deliver ended [(.isAlive p) (.exitValue p)])))
  (prn @ended))
(prn (.exitValue (.get (.onExit (start "sh" "-c" "exit 4")))))
(shutdown-agents)

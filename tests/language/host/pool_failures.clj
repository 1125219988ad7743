;; What a task throws: told to the handler of uncaught exceptions after `execute`, kept by the future
;; after `submit`. The pool goes on.
(import '(java.util.concurrent Executors ExecutionException TimeUnit))
(def told (java.util.concurrent.LinkedBlockingQueue.))
(Thread/setDefaultUncaughtExceptionHandler
 (reify Thread$UncaughtExceptionHandler
   (uncaughtException [_ _ e] (.put told [(class e) (ex-message e)]))))
(let [p (Executors/newFixedThreadPool 1)]
  (.execute p (fn [] (throw (ex-info "first" {}))))
  (prn (.poll told 5 TimeUnit/SECONDS))
  (let [f (.submit p ^Callable (fn [] (throw (IllegalStateException. "second"))))]
    (prn (try (.get f) (catch ExecutionException e [(ex-message e) (class (ex-cause e))]))))
  (.execute p (fn [] (.put told :third)))
  (prn (.poll told 5 TimeUnit/SECONDS))
  (.shutdown p)
  (prn (.awaitTermination p 5 TimeUnit/SECONDS) (.size told)))
(doto (Thread. (fn [] (throw (RuntimeException. "fourth")))) (.start) (.join))
(prn (.poll told 5 TimeUnit/SECONDS))

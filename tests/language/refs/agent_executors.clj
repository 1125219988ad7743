;; Tasks for the executors of agents, by their fields.
(import 'clojure.lang.Agent '(java.util.concurrent CompletableFuture ExecutorService TimeUnit) '(java.util.function Supplier))

(doseq [^ExecutorService pool [Agent/pooledExecutor Agent/soloExecutor]]
  (let [p (promise)]
    (.execute pool (fn [] (deliver p :executed)))
    (println @p (instance? ExecutorService pool)))
  (println (.get (.submit pool ^Callable (fn [] (+ 1 2))))
           (.get (.submit pool ^Callable (fn [] (Thread/sleep 1) :late)) 5 TimeUnit/SECONDS)))
(println (try (.get (.submit Agent/soloExecutor ^Callable (fn [] (throw (ex-info "failed" {})))))
              (catch java.util.concurrent.ExecutionException e (ex-message (ex-cause e)))))
(println (.get (CompletableFuture/supplyAsync (reify Supplier (get [_] :supplied)) Agent/soloExecutor)))
(println (mapv deref (doall (map (fn [i] (.submit Agent/pooledExecutor ^Callable (fn [] (* i i)))) (range 5)))))
(Agent/shutdown)

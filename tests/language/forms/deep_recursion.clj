; A StackOverflowError is an ordinary exception.
(defn deep [n] (inc (deep (inc n))))
(println (try (deep 0) (catch StackOverflowError e :overflow)))
(println (try (deep 0) (catch Throwable e (class e))))
(println (try (deep 0) (catch Error e (instance? VirtualMachineError e))))
(println (try (try (deep 0) (finally (println "finally"))) (catch StackOverflowError e (ex-message e))))
(println (+ 1 2))

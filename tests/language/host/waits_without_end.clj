; Limits of time that lie behind the last nanosecond which a long counts are no limits.
(import '(java.nio.file FileSystems StandardWatchEventKinds)
        '(java.util.concurrent Delayed DelayQueue Executors TimeUnit))
(defmacro show [& forms]
  `(do ~@(for [f forms] `(println (pr-str (quote ~f)) "=>" (try (pr-str ~f) (catch Throwable e# (str (class e#) " " (ex-message e#))))))))
(def ever Long/MAX_VALUE)
(let [pool (Executors/newScheduledThreadPool 1)
      f (.schedule pool ^Callable (fn [] 1) ever TimeUnit/NANOSECONDS)
      again (.scheduleWithFixedDelay pool (fn []) 0 ever TimeUnit/DAYS)]
  (show (.isDone f) (.cancel f false)
        (mapv deref (.invokeAll pool [(fn [] 1) (fn [] 2)] ever TimeUnit/DAYS))
        (.cancel again false) (.invokeAny pool [(fn [] 3)] ever TimeUnit/DAYS))
  (.shutdown pool))
(show (.waitFor (.start (ProcessBuilder. ["true"])) ever TimeUnit/DAYS))
(let [queue (DelayQueue.)
      taken (future (.poll queue ever TimeUnit/DAYS))]
  (.put queue (reify Delayed (getDelay [_ _] 0) (compareTo [_ _] 0) (toString [_] "element")))
  (show (str @taken)))
(let [file (java.io.File/createTempFile "watched" "")
      folder (do (.delete file) (.mkdir file) file)]
  (with-open [service (.newWatchService (FileSystems/getDefault))]
    (.register (.toPath folder) service (into-array [StandardWatchEventKinds/ENTRY_CREATE]))
    (spit (java.io.File. folder "made") "")
    (show (mapv (fn [event] (str (.context event))) (.pollEvents (.poll service ever TimeUnit/DAYS)))))
  (run! #(.delete %) (reverse (file-seq folder))))
(let [a (agent 0)]
  (send a inc)
  (show (await-for ever a) @a))
(shutdown-agents)

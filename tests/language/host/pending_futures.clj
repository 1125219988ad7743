;; CompletableFutures that depend on two or on a future to come: who completes one does not wait for
;; the other. Threads with a group, a name and a size of stack.
(import '(java.util.concurrent CompletableFuture CompletionException ExecutionException)
        '(java.util.function BiConsumer BiFunction Consumer Function Supplier))

(defn- failure [f] (try (f) (catch Exception e [(.getSimpleName (class e)) (some-> (ex-cause e) ex-message)])))
(def pair (reify BiFunction (apply [_ x y] [x y])))

(let [a (CompletableFuture.) b (CompletableFuture.) c (.thenCombine a b pair)]
  (.complete a 1)
  (println (.isDone c))
  (.complete b 2)
  (println (.isDone c) (.get c)))
(let [a (CompletableFuture.) b (CompletableFuture.) told (atom []) 
      c (.thenAcceptBoth a b (reify BiConsumer (accept [_ x y] (swap! told conj [x y]))))
      d (.runAfterBoth a b (fn [] (swap! told conj :both)))]
  (.complete b 2)
  (println @told (.isDone c) (.isDone d))
  (.complete a 1)
  (println (sort-by str @told) (.get c) (.get d)))
(let [a (CompletableFuture.) b (CompletableFuture.) c (.thenCombine a b pair)]
  (.completeExceptionally a (Exception. "first"))
  (println (.isDone c))
  (.complete b 2)
  (println (failure #(.get c)) (failure #(.join c))))
(let [a (CompletableFuture.) b (CompletableFuture.) c (.thenCombine a b pair)]
  (.completeExceptionally b (Exception. "second"))
  (.complete a 1)
  (println (failure #(.get c))))

(let [a (CompletableFuture.) b (CompletableFuture.) c (.thenCompose a (reify Function (apply [_ x] (.thenApply b (reify Function (apply [_ y] [x y]))))))]
  (.complete a 1)
  (println (.isDone c))
  (.complete b 2)
  (println (.get c)))
(let [a (CompletableFuture.) b (CompletableFuture.) c (.thenCompose a (reify Function (apply [_ _] b)))]
  (.complete a 1)
  (.completeExceptionally b (Exception. "inner"))
  (println (failure #(.get c))))
(println (failure #(.get (.thenCompose (CompletableFuture/completedFuture 1) (reify Function (apply [_ _] (throw (Exception. "in it"))))))))

(let [a (CompletableFuture.) b (CompletableFuture.) told (atom [])
      c (.acceptEither a b (reify Consumer (accept [_ x] (swap! told conj x))))
      d (.runAfterEither a b (fn [] (swap! told conj :ran)))
      e (.applyToEither a b (reify Function (apply [_ x] (* 10 x))))]
  (.complete b 2)
  (println (.get c) (.get d) (.get e) (sort-by str @told)))
(println (.get (.completeAsync (CompletableFuture.) (reify Supplier (get [_] 7)))))

(defn- depth [n] (if (zero? n) 0 (inc (depth (dec n)))))
(let [result (promise) t (Thread. nil (fn [] (deliver result (depth 100000))) "deep" (* 512 1024 1024))]
  (.start t)
  (.join t)
  (println @result (.getName t)))
(let [result (promise) group (ThreadGroup. "workers")
      t (Thread. group (fn [] (deliver result (str (Thread/currentThread) " " (.getName (.getThreadGroup (Thread/currentThread)))))) "w-1")]
  (println (str t) (.getName (.getThreadGroup t)) (str group) (.getName (.getParent group)))
  (.start t)
  (.join t)
  (println @result (.getThreadGroup t)))
(println (.getName (.getThreadGroup (Thread/currentThread))) (.getName (Thread. (ThreadGroup. "g") "only a name")))
(println (failure #(Thread. nil (fn []) nil)))

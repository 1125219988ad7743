;; References, agents, futures and taps: the macros, and what is built from the native parts.

(defmacro sync
  "Evaluates the body in a transaction: its changes to refs happen all at once or, when it throws,
  not at all. The body may run several times. The flags are ignored."
  {:added "1.0"}
  [flags-ignored-for-now & body]
  `(-run-in-transaction (fn [] ~@body)))

(defmacro dosync
  "Evaluates the expressions in a transaction, or as part of the one that is running: changes to
  refs happen all at once or, when something throws, not at all. The expressions may run several
  times."
  {:added "1.0"}
  [& exprs]
  `(sync nil ~@exprs))

(defmacro io!
  "Evaluates the body, which has effects that must not be repeated; in a transaction an
  IllegalStateException is thrown instead. A string at the beginning is its message."
  {:added "1.0"}
  [& body]
  (let [message (if (string? (first body)) (first body) "I/O in transaction")
        body (if (string? (first body)) (next body) body)]
    `(if (-in-transaction?)
       (throw (new IllegalStateException ~message))
       (do ~@body))))

(defmacro future
  "Starts the body in another thread. deref waits for its value; the bindings of this thread hold
  there too."
  {:added "1.1"}
  [& body]
  `(future-call (^{:once true} fn* [] ~@body)))

(defn- called-future [f call]
  (when (nil? f)
    (throw (NullPointerException. (str "Cannot invoke \"java.util.concurrent.Future." call "\" because \"f\" is null"))))
  (-as java.util.concurrent.Future f))

(defn future-cancel
  "Cancels the future if it is not done; true when it did."
  {:added "1.1"}
  [f]
  (.cancel (called-future f "cancel(boolean)") true))

(defn future-done?
  "True when the future has its value, failed or was cancelled."
  {:added "1.1"}
  [f]
  (.isDone (called-future f "isDone()")))

(defn future-cancelled?
  "True when the future was cancelled."
  {:added "1.1"}
  [f]
  (.isCancelled (called-future f "isCancelled()")))

(defn pmap
  "As map, with f called in parallel on a few elements ahead of the consumer: for functions that
  take long enough to be worth it."
  {:added "1.0"}
  ([f coll]
   (let [ahead (+ 2 (.availableProcessors (Runtime/getRuntime)))
         futures (map (fn [x] (future (f x))) coll)
         step (fn step [[x & xs :as now] later]
                (lazy-seq
                 (if-let [later (seq later)]
                   (cons (deref x) (step xs (rest later)))
                   (map deref now))))]
     (step futures (drop ahead futures))))
  ([f coll & colls]
   (let [rows (fn rows [colls]
                (lazy-seq
                 (let [seqs (map seq colls)]
                   (when (every? identity seqs)
                     (cons (map first seqs) (rows (map rest seqs)))))))]
     (pmap (fn [row] (apply f row)) (rows (cons coll colls))))))

(defn pcalls
  "A lazy seq of the results of the functions, called in parallel without arguments."
  {:added "1.0"}
  [& fns]
  (pmap (fn [f] (f)) fns))

(defmacro pvalues
  "A lazy seq of the values of the expressions, evaluated in parallel."
  {:added "1.0"}
  [& exprs]
  `(pcalls ~@(map (fn [e] `(fn [] ~e)) exprs)))

(defn seque
  "A seq of the elements of s, which another thread realizes up to n (by default 100) elements
  ahead of the consumer. It ends before the element behind which realizing throws."
  {:added "1.0"}
  ([s] (seque 100 s))
  ([n-or-q s]
   (let [n (if (number? n-or-q) n-or-q (.remainingCapacity n-or-q))
         produce (agent (lazy-seq s))
         ;; What the agent has realized; nil where the seq ends or the next step throws.
         fill (fn [s place]
                (let [s (try
                          (when-let [s (seq s)]
                            (next s)
                            s)
                          (catch Exception _ nil))]
                  (deliver place s)
                  (when s (rest s))))
         ask (fn [places]
               (let [place (promise)]
                 (send-off produce fill place)
                 (conj places place)))
         drain (fn drain [places]
                 (lazy-seq
                  (when-let [s (deref (peek places))]
                    (cons (first s) (drain (ask (pop places)))))))]
     (when-not (pos? n)
       (throw (new IllegalArgumentException)))
     (drain (nth (iterate ask clojure.lang.PersistentQueue/EMPTY) n)))))

(def ^{:private true :doc "The functions that receive what tap> sends."}
  taps (atom #{}))

(defn- call-taps
  "Calls the taps with what the queue holds, one value at a time, for ever."
  [queue]
  (let [x (.take queue)]
    (doseq [f @taps]
      (try (f (if (identical? x ::nil) nil x)) (catch Throwable _ nil)))
    (recur queue)))

(def ^{:private true :doc "What waits for the taps; a thread of its own, without anybody's bindings, takes it from here."}
  tap-queue
  (delay
    (let [queue (java.util.concurrent.ArrayBlockingQueue. 1024)]
      (doto (Thread. (fn [] (call-taps queue)) "clojure.core/tap-loop")
        (.setDaemon true)
        (.start))
      queue)))

(defn add-tap
  "Registers f to be called with everything that is sent by tap>. It should not block."
  {:added "1.10"}
  [f]
  (swap! taps conj f)
  nil)

(defn remove-tap
  "Takes back what add-tap registered."
  {:added "1.10"}
  [f]
  (swap! taps disj f)
  nil)

(defn tap>
  "Sends x to all taps, without waiting for them. False when too many values wait for the taps already."
  {:added "1.10"}
  [x]
  (.offer @tap-queue (if (nil? x) ::nil x)))

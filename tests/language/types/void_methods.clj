;; Methods that their interfaces declare without a result return nil, whatever their bodies do; recur still finds the method.
(definterface Counter (^void reset []) (^void add [^long n]) (^long total []) (^boolean add [a b]))
(deftype Tally [^:unsynchronized-mutable n]
  Counter
  (reset [_] (set! n 0))
  (add [_ by] (set! n (+ n by)))
  (total [_] n)
  (add [_ a b] (set! n (+ a b)) true)
  java.lang.AutoCloseable
  (close [_] :closed)
  java.lang.Runnable
  (run [this] (if (< n 100) (do (set! n (* 2 n)) (recur)) n)))

(let [t (Tally. 1)]
  (prn (.add t 4) (.total t) (.add t 1 2) (.total t) (.run t) (.total t) (.close t) (.reset t) (.total t)))
(defn reflectively [t] [(.add t 3) (.close t) (.run t)])
(prn (reflectively (Tally. 1)))

(prn (.run (reify Runnable (run [_] 5))) (.close (reify java.io.Closeable (close [_] 1))))
(prn (.accept (reify java.util.function.Consumer (accept [_ x] [:accepted x])) 1))
(let [seen (atom [])
      m (reify java.util.Map (clear [_] 5) (putAll [_ m] (swap! seen conj m)) (put [_ k v] v))]
  (prn (.clear m) (.putAll m {1 2}) (.put m 1 2) @seen))
(let [it (reify java.util.Iterator (hasNext [_] true) (next [_] 1) (remove [_] 9))]
  (prn (.remove it) (.next it)))
(prn (with-open [c (reify java.io.Closeable (close [_] (println "closing") 7))] :body))

(let [steps (atom [])
      r (reify java.util.function.BiConsumer
          (accept [_ n acc] (if (pos? n) (recur (dec n) (conj acc n)) (swap! steps conj acc))))]
  (prn (.accept r 3 []) @steps))

(gen-interface :name void_methods.Made :methods [[quiet [] void] [loud [int] Object]])
(let [m (reify void_methods.Made (quiet [_] 3) (loud [_ n] [n]))]
  (prn (.quiet m) (.loud m 4)))
(deftype Thrower [] Runnable (run [_] (throw (IllegalStateException. "from run"))))
(prn (try (.run (Thrower.)) (catch IllegalStateException e (ex-message e))))
(defrecord R [a] Runnable (run [this] (try a (finally (println "finally" a)))))
(prn (.run (->R 1)))

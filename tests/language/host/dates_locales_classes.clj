;; Dates that change, delays, locales, classes about themselves, and what criterium asks the system for.
(import '(java.io File)
        '(java.lang.management ManagementFactory)
        '(java.security SecureRandom)
        '(java.util ArrayList Collections Date Locale Map$Entry)
        '(java.util.concurrent CompletableFuture TimeUnit)
        '(java.util.function Supplier))

(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println '~form "=>" (try (pr-str ~form) (catch Throwable e# [(class e#) (ex-message e#)]))))))

(def date (Date. 0))
(def twin (.clone date))
(show
 (.setTime date 5000)
 (.getTime date)
 date
 twin
 (= date (Date. 5000))
 (compare twin date)
 (= (hash date) (hash (Date. 5000))))

(show
 Collections/EMPTY_LIST
 Collections/EMPTY_MAP
 (count Collections/EMPTY_SET)
 (let [start (System/nanoTime)
       value (.get (CompletableFuture/supplyAsync (reify Supplier (get [_] :late)) (CompletableFuture/delayedExecutor 20 TimeUnit/MILLISECONDS)))]
   [value (< 15000000 (- (System/nanoTime) start))])
 [(.getVariant Locale/US) (.getScript Locale/US)]
 (.getDisplayLanguage Locale/US Locale/US)
 (.getDisplayCountry Locale/FRANCE Locale/ENGLISH)
 (.getDisplayName Locale/US Locale/US)
 (.asSubclass ArrayList java.util.List)
 (.asSubclass String Number)
 (map (fn [c] [(.isMemberClass c) (.getEnclosingClass c)]) [Map$Entry String])
 [(.isRecord String) (.isSynthetic String) (.isLocalClass String)]
 [(.componentType (class (int-array 0))) (.componentType String)]
 (mapv str (File/listRoots))
 (class (SecureRandom/getInstance "SHA1PRNG" "SUN")))

(show
 (System/runFinalization)
 (.runFinalization (Runtime/getRuntime))
 (.getObjectPendingFinalizationCount (ManagementFactory/getMemoryMXBean)))

;; A function of reify, as xforms makes them
(defprotocol Stepping (stepping [f]))
(extend-protocol Stepping Object (stepping [_] nil) nil (stepping [_] nil))
(def step
  (reify
    clojure.lang.Fn
    Stepping (stepping [this] this)
    clojure.lang.IFn
    (invoke [_] [])
    (invoke [_ acc] acc)
    (invoke [_ acc x] (conj acc x))
    (invoke [this acc k v] (this acc [k v]))))
(show
 [(fn? step) (ifn? step) (step) (step [] 1 2)]
 (reduce step [] [1 2])
 (reduce-kv step [] {:a 1})
 (transduce (map inc) step [1 2])
 [(identical? step (stepping step)) (stepping inc)])

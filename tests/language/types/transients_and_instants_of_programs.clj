;; A program's own collections, transients, instants, futures and entries, given to core's functions for others:
;; what has a method of the right name but not the interface is refused.
(defn fault [f] (try (f) (catch Throwable e [(class e) (some-> (ex-message e) (subs 0 (min 60 (count (ex-message e)))))])))
(defmacro tries [& forms] `(do ~@(for [f forms] `(println '~f (pr-str (fault (fn [] ~f)))))))

(deftype Shelf [m]
  clojure.lang.IPersistentMap
  (assoc [_ k v] (Shelf. (assoc m k v)))
  (assocEx [_ k v] (Shelf. (assoc m k v)))
  (without [_ k] (Shelf. (dissoc m k)))
  (valAt [_ k] (get m k))
  (valAt [_ k d] (get m k d))
  (containsKey [_ k] (contains? m k))
  (entryAt [_ k] (find m k))
  (count [_] (count m))
  (seq [_] (seq m))
  (iterator [_] (.iterator m))
  (cons [_ x] (Shelf. (conj m x)))
  (empty [_] (Shelf. {}))
  (equiv [_ other] (= m other)))
(deftype Stack [xs]
  clojure.lang.IPersistentStack
  (peek [_] (first xs))
  (pop [_] (Stack. (rest xs)))
  (count [_] (count xs))
  (seq [_] (seq xs))
  (cons [_ x] (Stack. (cons x xs)))
  (empty [_] (Stack. ()))
  (equiv [_ other] (= xs other)))
(deftype Bag [s]
  clojure.lang.IPersistentSet
  (disjoin [_ x] (Bag. (disj s x)))
  (contains [_ x] (contains? s x))
  (get [_ x] (get s x))
  (count [_] (count s))
  (seq [_] (seq s))
  (cons [_ x] (Bag. (conj s x)))
  (empty [_] (Bag. #{}))
  (equiv [_ other] (= s other)))
(deftype Growing [log]
  clojure.lang.ITransientMap
  (assoc [this k v] (swap! log conj [:assoc k v]) this)
  (without [this k] (swap! log conj [:without k]) this)
  (conj [this x] (swap! log conj [:conj x]) this)
  (persistent [_] {:log @log})
  (count [_] (count @log))
  (valAt [_ k] k)
  (valAt [_ k d] d))

(println "persistent ones are no transients")
(tries (class (assoc! (->Shelf {:a 1}) :b 2)) (class (dissoc! (->Shelf {:a 1}) :a)) (class (pop! (->Stack '(1 2))))
       (class (disj! (->Bag #{1}) 1)) (class (conj! (->Bag #{1}) 1)) (persistent! (->Shelf {})))
(prn (:b (assoc (->Shelf {:a 1}) :b 2)) (count (dissoc (->Shelf {:a 1}) :a)) (peek (pop (->Stack '(1 2)))) (count (disj (->Bag #{1}) 1)))
(prn (-> (->Growing (atom [])) (assoc! 1 2 3 4) (dissoc! 1) (conj! [5 6]) persistent!))
(println "transients know what they hold")
(prn (.containsKey (transient {:a 1}) :a) (.containsKey (transient [7]) 0) (.containsKey (transient [7]) 1)
     (.entryAt (transient {:a 1}) :a) (.entryAt (transient (hash-map 1 2)) 1) (.entryAt (transient [7]) 0) (.entryAt (transient [7]) 5))
(println "called with too few or too many")
(tries ((transient {})) ((transient #{1}) 1 2 3) ((transient [1])) ((subvec [1 2] 1)) ((sorted-map) 1 2 3))

(println "not sorted")
(tries (rsubseq (->Shelf {:a 1}) > 0) (subseq (->Shelf {:a 1}) > 0) (rsubseq (->Bag #{1}) <= 1))

(println "instants")
(defrecord Tick [n] Inst (inst-ms* [_] n))
(deftype Tock [n])
(prn (inst? (->Tock 1)))
(extend-protocol Inst Tock (inst-ms* [t] (.n t)) clojure.lang.Ratio (inst-ms* [r] (long (* 1000 r))))
(prn (inst? (->Tick 1)) (inst? (->Tock 1)) (inst? 1/2) (map inst-ms [(->Tick 5) (->Tock 6) 1/2]))
(prn (map inst? [(java.util.Date. 0) (java.sql.Timestamp. 0) (java.time.Instant/ofEpochMilli 0) nil 0 "2020" (java.time.LocalDate/of 2020 1 1)]))

(println "futures")
(def own (reify java.util.concurrent.Future
           (get [_] :value) (get [_ n unit] [:value n]) (isDone [_] true) (isCancelled [_] false) (cancel [_ interrupt] interrupt)))
(prn (future? own) (future-done? own) (future-cancelled? own) (future-cancel own) @own (deref own 5 :late))
(def completed (java.util.concurrent.CompletableFuture/completedFuture 3))
(prn (future-done? completed) (future-cancelled? completed) (future-cancel completed) @completed)
(tries (future-done? 1) (future-done? nil) (future-cancel nil))
(tries (swap-vals! 1 inc) (reset-vals! (volatile! 1) 2) (swap! 1 inc) (reset! :a 2))

(println "entries and texts")
(require '[clojure.walk :as walk])
(def entry (java.util.AbstractMap$SimpleEntry. 1 2))
(prn (identical? entry (walk/walk inc identity entry)) (walk/walk inc vec (first {1 2})) (map-entry? (walk/postwalk identity (first {1 2}))))
(def text (reify CharSequence (length [_] 2) (charAt [_ i] (nth "hi" i)) (subSequence [_ a b] (subs "hi" a b)) (toString [_] "hi")))
(prn (seqable? text) (seq text) (.isEmpty text) (count text) (seqable? 5) (seqable? (Object.)))

(println "looked for by its own equals")
(def any (reify Object (equals [_ x] true) (hashCode [_] 1)))
(prn (.containsValue {:a 1} any) (.containsValue (java.util.HashMap. {:a 1}) any) (.containsValue {:a any} 1) (.containsValue {:a nil} nil) (.containsValue {:a 1} nil))

(println "throwables with data of their own")
(def failure (proxy [RuntimeException clojure.lang.IExceptionInfo] ["no luck"] (getData [] {:tries 3})))
(prn (ex-data failure) (:data (Throwable->map failure)) (boolean (re-find #":data \{:tries 3\}" (pr-str failure))))
(def caused (proxy [Exception] ["outer"] (getCause [] failure)))
(prn (identical? failure (ex-cause caused)) (:cause (Throwable->map caused)) (boolean (re-find #":cause \"no luck\"" (pr-str caused))))
(tries (count (proxy [Object] [])) (nth (proxy [Exception] []) 0))

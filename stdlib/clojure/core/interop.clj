;; Objects of the host: their properties, and what reads streams of them.

(defn- property-of
  "The property that a method of this name gets: getDayOfWeek is dayOfWeek, isDaemon daemon, getURL URL; nil for others."
  [label]
  (when-let [[_ property] (re-matches #"(?:get|is)(\p{Upper}.*)" label)]
    (if (re-matches #"\p{Upper}{2}.*" property)
      property
      (str (.toLowerCase (subs property 0 1)) (subs property 1)))))

(defn- getters
  "A map of the properties of a class, as keywords, to the names of their methods."
  [cls]
  (into {}
        (map (fn [[property label]] [(keyword property) (symbol label)]))
        (into (sorted-map "class" "getClass")
              (for [owner (cons cls (supers cls))
                    [kind label least] (-host-members owner)
                    :when (and (= kind :method) (= least 0))
                    :let [property (property-of label)]
                    :when property]
                [property label]))))

(defn bean
  "A map of the properties of a host object, from keyword to what its get or is method without
  arguments returns. The object is asked at each access."
  {:added "1.0"}
  [x]
  (let [methods (getters (.getClass x))
        ask (fn [k] (-invoke-member :method x (methods k) nil))
        now (fn [] (into {} (map (fn [k] [k (ask k)])) (keys methods)))
        entries (fn [] (seq (map (fn [k] (clojure.lang.MapEntry/create k (ask k))) (keys methods))))]
    (proxy [clojure.lang.APersistentMap] []
      (containsKey [k] (contains? methods k))
      (entryAt [k] (when (contains? methods k) (clojure.lang.MapEntry/create k (ask k))))
      (valAt
        ([k] (when (contains? methods k) (ask k)))
        ([k default] (if (contains? methods k) (ask k) default)))
      (count [] (count methods))
      (seq [] (entries))
      (iterator [] (clojure.lang.SeqIterator. (entries)))
      (cons [entry] (conj (now) entry))
      (assoc [k v] (assoc (now) k v))
      (without [k] (dissoc (now) k)))))

(defn resultset-seq
  "A lazy seq of maps, one for each row of a java.sql.ResultSet, with the columns' labels in lower
  case as keywords."
  {:added "1.0"}
  [rs]
  (let [columns (.getMetaData rs)
        ks (mapv (fn [i] (keyword (.toLowerCase (.getColumnLabel columns i))))
                 (range 1 (inc (.getColumnCount columns))))
        rows (fn rows []
               (when (.next rs)
                 (cons (into {} (map-indexed (fn [i k] [k (.getObject rs (inc i))])) ks)
                       (lazy-seq (rows)))))]
    (when-not (or (empty? ks) (apply distinct? ks))
      (throw (new Exception "ResultSet must have unique column labels")))
    (rows)))

(defn add-classpath
  "Throws UnsupportedOperationException: the class path is what the program was started with."
  {:added "1.0" :deprecated "1.1"}
  [url]
  (throw (new UnsupportedOperationException
              (str "The class path of a running program cannot grow: start it with --classpath " url))))

;; Functions where a hint says that a functional interface is meant.

(def ^:private functional-methods
  "The method of each interface of java.util.function, and what makes its result of a function's."
  (into {}
        (mapcat (fn [[method result labels]] (map (fn [label] [(str label) [(str method) result]]) labels)))
        [['accept (constantly nil) '[BiConsumer Consumer DoubleConsumer IntConsumer LongConsumer ObjDoubleConsumer
                                     ObjIntConsumer ObjLongConsumer]]
         ['apply identity '[BiFunction BinaryOperator DoubleFunction Function IntFunction LongFunction UnaryOperator]]
         ['applyAsDouble double '[DoubleBinaryOperator DoubleUnaryOperator IntToDoubleFunction LongToDoubleFunction
                                  ToDoubleBiFunction ToDoubleFunction]]
         ['applyAsInt int '[DoubleToIntFunction IntBinaryOperator IntUnaryOperator LongToIntFunction ToIntBiFunction
                            ToIntFunction]]
         ['applyAsLong long '[DoubleToLongFunction IntToLongFunction LongBinaryOperator LongUnaryOperator ToLongBiFunction
                              ToLongFunction]]
         ['get identity '[Supplier]]
         ['getAsBoolean boolean '[BooleanSupplier]]
         ['getAsDouble double '[DoubleSupplier]]
         ['getAsInt int '[IntSupplier]]
         ['getAsLong long '[LongSupplier]]
         ['test boolean '[BiPredicate DoublePredicate IntPredicate LongPredicate Predicate]]]))

(defn- -functional
  "x, or an object with the methods of the functional interface, a class of java.util.function, that calls the
  function x. The compiler puts it around a target with such a hint."
  [interface x]
  (if (and (ifn? x) (not (instance? interface x)))
    (let [[method result] (functional-methods (.getSimpleName interface))]
      (init-proxy (construct-proxy (get-proxy-class interface))
                  {method (fn ([_] (result (x))) ([_ a] (result (x a))) ([_ a b] (result (x a b))))}))
    (-as interface x)))

;; Streams are read through their iterators; once only, hence the exclamation marks.

(defn stream-seq!
  "A seq of what is left of a java.util.stream.BaseStream."
  {:added "1.12"}
  [stream]
  (iterator-seq (.iterator stream)))

(defn stream-reduce!
  "As reduce, of what is left of a stream."
  {:added "1.12"}
  ([f s] (reduce f (stream-seq! s)))
  ([f init s] (reduce f init (stream-seq! s))))

(defn stream-transduce!
  "As transduce, of what is left of a stream."
  {:added "1.12"}
  ([xform f stream] (transduce xform f (stream-seq! stream)))
  ([xform f init stream] (transduce xform f init (stream-seq! stream))))

(defn stream-into!
  "As into, of what is left of a stream."
  {:added "1.12"}
  ([to stream] (into to (stream-seq! stream)))
  ([to xform stream] (into to xform (stream-seq! stream))))

(defn PrintWriter-on
  "A java.io.PrintWriter that collects what is printed: flush-fn is called with the text when the writer
  is flushed, and close-fn, if there is one, when it is closed."
  {:added "1.10" :tag 'java.io.PrintWriter}
  [flush-fn close-fn]
  (let [collected (StringBuilder.)]
    (java.io.PrintWriter.
     (proxy [java.io.Writer] []
       (write
         ([x] (locking collected (if (integer? x) (.append collected (char x)) (.append collected (if (string? x) x (String. x))))) nil)
         ([x from n]
          (locking collected
            (.append collected (if (string? x) (subs x from (+ from n)) (String. x (int from) (int n)))))
          nil))
       (flush []
         (let [text (locking collected
                      (let [text (str collected)]
                        (.setLength collected 0)
                        text))]
           (when (pos? (count text)) (flush-fn text))))
       (close []
         (.flush this)
         (when close-fn (close-fn))
         nil)))))

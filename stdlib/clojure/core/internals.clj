;; Private functions of Clojure's own core that libraries call through their vars, and that nothing here needs.

(defmacro ^:private assert-args
  "Throws IllegalArgumentException, in a macro and about its &form, at the first test that fails; a test is followed by
  what the macro requires."
  [& pairs]
  `(do
     ~@(for [[test requirement] (partition 2 pairs)]
         `(when-not ~test
            (throw (new IllegalArgumentException
                        (str (first ~'&form) " requires " ~requirement " in " ~'*ns* ":" (:line (meta ~'&form)))))))
     nil))

(defn- spread
  "The arguments of apply as one seq: the last one is a collection."
  [args]
  (when args (apply list* args)))

(defn- reduce1
  ([f coll] (reduce f coll))
  ([f init coll] (reduce f init coll)))

(defn- preserving-reduced
  "f, for a reduction within a reduction: what ends the inner one ends the outer one too."
  [f]
  (fn [result input]
    (let [r (f result input)]
      (if (reduced? r) (reduced r) r))))

(defn- throw-if
  "Throws an Exception with the formatted message when the test holds."
  [test message & args]
  (when test
    (throw (new Exception (apply format message args)))))

(defn- binding-conveyor-fn
  "f, called with the bindings of this moment."
  [f]
  (bound-fn* f))

(defn- maybe-destructured
  "The parameters and the body of a function without destructuring: what is taken apart is taken apart in a let."
  [params body]
  (if (every? symbol? params)
    (cons params body)
    (let [names (mapv (fn [p] (if (symbol? p) p (gensym "p__"))) params)
          lets (into [] (mapcat (fn [p g] (if (symbol? p) [] [p g])) params names))]
      (list (with-meta names (meta params)) (list* `let lets body)))))

(defn- elide-top-frames
  "The exception without the uppermost frames of its trace that are of that class."
  [ex class-name]
  (let [trace (.getStackTrace ex)]
    (.setStackTrace ex (into-array StackTraceElement
                                   (drop-while (fn [frame] (= class-name (.getClassName frame))) trace)))
    ex))

(defn- deref-future
  ([fut] (.get ^java.util.concurrent.Future fut))
  ([fut timeout-ms timeout-val]
   (try
     (.get ^java.util.concurrent.Future fut timeout-ms java.util.concurrent.TimeUnit/MILLISECONDS)
     (catch java.util.concurrent.TimeoutException _ timeout-val))))

(defn- super-chain
  "The class and those that it extends, nearest first."
  [c]
  (when c
    (cons c (super-chain (.getSuperclass c)))))

(defn- imap-cons
  "What conj does to a map of a program's own: adds an entry, a pair, or the entries of a map."
  [m entry]
  (cond
    (instance? java.util.Map$Entry entry)
    (.assoc ^clojure.lang.Associative m (key entry) (val entry))

    (vector? entry)
    (.assoc ^clojure.lang.Associative m (nth entry 0) (nth entry 1))

    :else
    (reduce (fn [m e] (.assoc ^clojure.lang.Associative m (key e) (val e))) m (seq entry))))

(defn- mk-bound-fn
  "A predicate of the elements of a sorted collection: how they compare with the key passes the test with 0."
  [sorted test key]
  (fn [element]
    (test (.compare (.comparator ^clojure.lang.Sorted sorted) (.entryKey ^clojure.lang.Sorted sorted element) key) 0)))

(alter-meta! (find-ns 'clojure.core) assoc :doc "Fundamental library of the Clojure language")

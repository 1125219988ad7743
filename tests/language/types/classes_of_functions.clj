;; The superclass of a function is RestFn when it takes any number of arguments.
(defmacro show [& expressions]
  `(do
     ~@(for [e expressions]
         `(println (pr-str '~e) "=>"
                   (try (pr-str ~e)
                        (catch Throwable t#
                          (let [message# (when-not (instance? NullPointerException t#) (.getMessage t#))
                                end# (when message# (.indexOf message# " ("))]
                            (str (.getName (class t#)) ": "
                                 (if (and end# (pos? end#)) (subs message# 0 end#) message#)))))))))


(show
 (bases (class (fn [& xs] xs)))
 (bases (class (fn ([] 1) ([& xs] xs))))
 (bases (class +))
 (bases (class str))
 (bases (class first))
 (bases (class map))
 (bases (class (partial + 1)))
 (bases (class (comp + 1)))
 (bases (class (juxt + 1)))
 (bases (class (complement +)))
 (bases (class (constantly +)))
 (bases (class (memoize +)))
 (bases (class (fnil + 1)))
 (bases (class (every-pred +)))
 (bases (class (some-fn +)))
 (bases (class :a))
 (bases (class (map inc)))
 (instance? clojure.lang.RestFn (fn [& xs] xs))
 (instance? clojure.lang.RestFn (fn [xs] xs))
 (instance? clojure.lang.RestFn +)
 (instance? clojure.lang.RestFn str)
 (instance? clojure.lang.RestFn first)
 (instance? clojure.lang.RestFn (fnil inc 0))
 (isa? (class (fn [& xs])) clojure.lang.RestFn)
 (bases (class (with-meta (fn [x] x) {})))
 (let [f (eval '(fn [x] x)) g (eval '(fn [& x] x))] (map bases [(class f) (class g)])))

; A class of one of Clojure's own functions by its name, before anybody asked an instance for it.
(prn 'clojure.core$partition_by clojure.core$partition_by (Class/forName "clojure.core$keep_indexed") (resolve 'clojure.string$blank_QMARK_)
     (instance? clojure.core$dedupe dedupe) (instance? clojure.core$dedupe conj) (identical? clojure.core$ex_cause (class ex-cause)))
(prn (try (Class/forName "clojure.core$no_such") (catch ClassNotFoundException e (ex-message e)))
     (try (Class/forName "clojure.core$_STAR_ns_STAR_") (catch ClassNotFoundException e (ex-message e))))
; The interfaces of functions of primitive numbers.
(import 'clojure.lang.IFn$OOL)
(let [c (reify
          java.util.Comparator
          (compare [_ a b] (- (long b) (long a)))
          clojure.lang.IFn
          (invoke [this a b] (.compare this a b))
          IFn$OOL
          (invokePrim [this a b] (.compare this a b)))]
  (prn (instance? IFn$OOL c) (instance? clojure.lang.IFn$LD c) (sort c [1 3 2]) (.invokePrim ^IFn$OOL c 1 5) IFn$OOL
       (.isInterface clojure.lang.IFn$DDDDL) (try (Class/forName "clojure.lang.IFn$OO") (catch ClassNotFoundException e :none))
       (try (Class/forName "clojure.lang.IFn$OOOOOL") (catch ClassNotFoundException e :none))))

; Functions of forms that are evaluated one after another, of one name perhaps, have names of one shape.
(println (for [form '[(fn [x] x) (fn [x & more] x) (fn [x] x) (let [f (fn named [x] x)] f) (let [f (fn named [& xs] xs)] f) (let [f (fn named [x] x)] f)]
               :let [c (class (eval form))]]
           [(second (re-matches #".*\$(.*?)(?:__[0-9]+)?" (.getName c))) (instance? clojure.lang.RestFn (eval form))]))
(println (class list) (try (vals list) (catch Exception e (ex-message e))))
; A function that is defined again has another class of the same name.
(defn again [x] x)
(def before again)
(defn again ([x] x) ([x y] y))
(println (class before) (class again) (= (class before) (class again)) (= (class before) (class before)) (instance? (class before) again)
         (map #(count (.getDeclaredMethods (class %))) [before again])
         (try (inc again) (catch ClassCastException e (re-find #"class \S+" (ex-message e)))))

; A protocol that is extended to the class of one function, of the functions with a rest parameter, of those with metadata.
(defprotocol Named (named [x]))
(defn plain [x] x)
(defn variadic [& xs] xs)
(defn names [] (for [f [plain variadic count conj (with-meta plain {:a 1}) (fn [x] x)]] (try (named f) (catch IllegalArgumentException e :none))))
(println (names))
(extend-protocol Named (class plain) (named [_] :plain))
(extend-protocol Named (class @(resolve 'count)) (named [_] :count))
(println (names))
(extend-protocol Named clojure.lang.Fn (named [_] :fn) clojure.lang.RestFn (named [_] :rest))
(println (names) (map #(extends? Named (class %)) [plain count inc]))
(extend (class (with-meta inc {})) Named {:named (constantly :with-meta)})
(println (names) (satisfies? Named plain) (satisfies? Named :a))

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

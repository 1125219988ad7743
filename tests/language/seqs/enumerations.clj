;; Seqs of enumerations and iterators: their classes, and when they ask for what.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (pr-str '~form) "=>" (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (first (re-seq #"^.{0,60}" (str (ex-message e#)))))))))))
(defn e [& xs] (java.util.Collections/enumeration xs))
(show (class (enumeration-seq (e 1 2 3))) (class (next (enumeration-seq (e 1 2 3)))) (class (rest (enumeration-seq (e 1))))
      (enumeration-seq (e)) (realized? (enumeration-seq (e 1))) (meta (with-meta (enumeration-seq (e 1 2)) {:a 1}))
      (class (with-meta (enumeration-seq (e 1 2)) {:a 1})) (counted? (enumeration-seq (e 1))) (enumeration-seq nil) (enumeration-seq 1)
      (= (hash (enumeration-seq (e 1 2))) (hash [1 2])) (enumeration-seq (java.util.StringTokenizer. "a b"))
      (instance? clojure.lang.EnumerationSeq (enumeration-seq (e 1))) (chunked-seq? (enumeration-seq (e 1)))
      (clojure.lang.EnumerationSeq/create (e 1)) (clojure.lang.EnumerationSeq/create (e)) (count (enumeration-seq (apply e (range 100))))
      (reduce + (enumeration-seq (apply e (range 100)))) (into [] (map inc) (enumeration-seq (e 1 2))) (first (enumeration-seq (e nil))))
(defn counting [n]
  (let [at (atom 0)]
    (reify java.util.Enumeration
      (hasMoreElements [_] (println "more?") (< @at n))
      (nextElement [_] (println "next") (swap! at inc)))))
(let [s (enumeration-seq (counting 2))]
  (println "made")
  (println (first s) (first s))
  (println (first (next s)))
  (println (count s) s))
(let [at (atom 0)
      s (clojure.lang.IteratorSeq/create (reify java.util.Iterator (hasNext [_] (println "more?") (< @at 2)) (next [_] (println "next") (swap! at inc))))]
  (println (first s))
  (println (next s) (class s))
  (println s))
(let [s (enumeration-seq (reify java.util.Enumeration (hasMoreElements [_] true) (nextElement [_] (throw (java.util.NoSuchElementException. "none")))))]
  (show (first s) (next s) (count s)))
(show (clojure.lang.IteratorSeq/create (.iterator [])) (clojure.lang.IteratorSeq/create nil))

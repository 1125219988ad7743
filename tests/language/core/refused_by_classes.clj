;; Fields of records and types, hashes of the host's collections, the least long and commands of no words.
(require '[clojure.java.shell :as sh] '[clojure.main :as m])
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (pr-str '~form) "=>" (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (first (re-seq #"^.{0,80}" (str (ex-message e#)))))))))))
(defrecord R [^long a b]) (defrecord D [^double a]) (deftype T [^long a]) (defrecord R2 [b ^long a c]) 
(show (map->R {}) (->R nil 1) (R. nil 1) (map->D {}) (T. nil) (->T nil) (map->R {:a "x"}) (->R "x" 1) (R. "x" 1) (map->R2 {}) (->R2 1 nil 2) (map->R {:a 1.5}) (->D 1) (->D "a") (assoc (->R 1 2) :a nil) (assoc (->R 1 2) :a "x") (assoc (->R 1 2) :a 2.5) (dissoc (->R 1 2) :a) (merge (->R 1 2) {:a nil}) (R/create {}))
(def m Long/MIN_VALUE) (def b (identity Long/MIN_VALUE)) (show (unchecked-subtract 0 b) (unchecked-subtract b b) (apply unchecked-subtract [0 Long/MIN_VALUE]) (apply unchecked-subtract [1N Long/MIN_VALUE]) (apply unchecked-subtract [1 Long/MIN_VALUE]) (unchecked-subtract 1.5 b) (unchecked-subtract 1N b) (unchecked-subtract 1 m) (unchecked-negate b) (apply unchecked-negate [Long/MIN_VALUE]) (apply unchecked-subtract [1/2 Long/MIN_VALUE]) (apply unchecked-subtract [1M Long/MIN_VALUE]) (apply unchecked-subtract [-5 Long/MIN_VALUE]) (apply unchecked-add [Long/MAX_VALUE 1]) (apply unchecked-multiply [Long/MAX_VALUE 2]) (apply unchecked-dec [Long/MIN_VALUE]) (reduce unchecked-subtract [0 Long/MIN_VALUE]) (apply unchecked-multiply [1N 2]) (apply unchecked-inc [Long/MAX_VALUE]) (apply unchecked-subtract [nil 1]) (apply unchecked-subtract [1 nil]) (apply unchecked-subtract [:a \b]) (apply unchecked-add [:a \b]))
(show (hash-ordered-coll [1]) (hash-ordered-coll (java.util.ArrayList. [1])) (hash-ordered-coll (java.util.HashSet. [1])) (hash-unordered-coll (java.util.ArrayList. [1])) (hash-ordered-coll {1 2}) (hash-ordered-coll #{1}) (hash-ordered-coll nil) (hash-ordered-coll "ab") (hash-ordered-coll 1) (hash-unordered-coll nil) (hash-unordered-coll 1) (hash-unordered-coll "ab") (hash-unordered-coll {1 2}) (hash-ordered-coll (range 3)) (hash-ordered-coll ()) (hash-ordered-coll (eduction [1])) (hash-ordered-coll (map inc [1])))
(show (sh/sh) (sh/sh :in "a") (sh/sh nil) (sh/sh :a) (sh/sh 1) (sh/sh "true" :foo 1) (sh/sh "nonexistent-x") (sh/sh "true" :dir "/nonexistent") (sh/sh "echo" 1) (sh/sh "echo" nil) (sh/sh "true" :in 5) (sh/sh []) (sh/sh "echo" "a" :out-enc :bytes :x))
(show (m/ex-str {:clojure.error/phase :execution}) (m/ex-str {:clojure.error/phase :read-source :clojure.error/cause "c"})
      (m/ex-str {:clojure.error/phase :compile-syntax-check :clojure.error/line 1}) (m/ex-str {:clojure.error/phase :print-eval-result})
      (m/ex-str {:clojure.error/phase :read-eval-result}) (m/ex-str {:clojure.error/phase :macroexpansion}) (m/ex-str {:clojure.error/phase :compilation})
      (m/ex-str {:clojure.error/phase :macro-syntax-check :clojure.error/source "a.clj" :clojure.error/column 3})
      (m/ex-str {:clojure.error/phase :execution :clojure.error/class 'java.lang.Exception :clojure.error/symbol 'a/b :clojure.error/cause ""}))
(shutdown-agents)

; isa? and underive call the maps of the hierarchy; a vector's equals asks another list for its size first.
(defmacro each [& forms]
  `(do ~@(for [form forms]
           `(println (pr-str '~form) "=>" (try (pr-str ~form) (catch Exception e# (.getSimpleName (class e#))))))))
(each (isa? nil 1 1) (isa? nil 1 2) (isa? {} 1 2) (isa? true [1] [2]) (isa? "" (class nil) Number) (isa? (make-hierarchy) 1 2)
      (isa? nil Long Number) (underive {} :a :b) (underive true :a :b) (underive (derive (make-hierarchy) :a :b) :a :b)
      (isa? (derive (make-hierarchy) Number :n) Long :n))
(defn failing [x] (lazy-seq (cons x (lazy-seq (throw (IllegalStateException.))))))
(each (.equals [5 nil] (failing 1)) (= [5 nil] (failing 1)) (.equals (first {5 nil}) (failing 1)) (.equals (subvec [5 nil 1] 0 2) (failing 1))
      (.equals '(5 nil) (failing 1)) (.equals [1] (map inc [0])) (.equals [1 2] (map inc [0])) (.equals [1] (java.util.ArrayList. [1]))
      (.equals [1] '(1)) (.equals [1] {1 2}) (.equals [1] nil) (.equals [] ""))

; Functions of keywords and symbols.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(show (keyword "a") (keyword "n" "a") (keyword 'a) (keyword 'n/a) (keyword :a) (keyword "n/a") (symbol "a") (symbol "n" "a") (symbol :a) (symbol :n/a) (symbol #'map) (symbol 'a) (name :n/a) (namespace :n/a) (namespace :a) (name 'a) (keyword? :a) (keyword? 'a) (symbol? 'a) (ident? :a) (simple-keyword? :a) (qualified-keyword? :a/b) (simple-symbol? 'a) (qualified-symbol? 'a/b) (qualified-ident? :a) (simple-ident? 'a) (find-keyword "map") (find-keyword "surely-not-there-zzz") (identical? :a :a) (identical? 'a 'a) (= 'a 'a) (= :a 'a) (compare :a :b) (compare :a :a/b) (compare :b/a :a/b) (compare 'a 'b) (sort [:b :a/z :a :c/a]) (sort '[b a/z a c/a]) (hash :a) (hash 'a) (hash :n/a) (hash 'n/a) (.hashCode :a) (.hashCode 'a) (str :a) (str 'n/a) (pr-str :n/a) (subs (str :abc) 1) (:a {:a 1}) ('a {'a 1}) (map :a [{:a 1} {:b 2} nil]) (.getName :a) (.getNamespace 'x/y) (.sym :a) (.getName 'a) (meta (with-meta 'a {:x 1})) (= 'a (with-meta 'a {:x 1})))
(show (count (name (gensym))) )

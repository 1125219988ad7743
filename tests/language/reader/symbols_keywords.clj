; Symbols and keywords in all shapes.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(show 'a 'a/b 'a.b/c 'a.b.c '/ 'foo// '+ '->> '*x* 'a' 'a'b 'a# 'a:b 'a|b '<= '=> '-a '.a 'a. '.. '& '% '$ '_ '!)
(show :a :a/b :a.b/c :+ :a:b :1 :? :a' ::a :-> :a.b.c/d.e)
(require '[clojure.string :as cs])
(show ::cs/x `cs/join `a 'cs/join)
(show (read-string ":") (read-string "::") (read-string "::nope/x") (read-string "a:") (read-string ":a:") (read-string "a/") (read-string "/a") (read-string ":/") (read-string "a::b") (read-string ":a/b/c") (read-string "a/b/c"))
(show (map name ['a 'a/b :k :n/k 'foo//]) (map namespace ['a 'a/b :k :n/k 'foo//]))
(show nil true false 'nil (symbol "nil") (class (symbol "true")) (= 'true true) (read-string "nil?") (read-string "truely"))
(show (keyword "a b") (symbol "a b") (keyword "a/b/c") (namespace (keyword "a/b/c")) (name (keyword "a/b/c")) (keyword "" "x") (keyword nil "x"))

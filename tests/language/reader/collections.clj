; Collection literals, comments, discards, quoting.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(show [] () {} #{} [1 2 3] '(1 2 3) {:a 1} #{1} [1, 2,, 3] {:a 1, :b 2}
      [[]] [nil true false] '() '[a b] '{a b} '#{a})
(show [1 #_2 3] [1 #_#_2 3 4] [#_a] {:a #_b 1} #_gone (quote #_x y) [1 ; comment
 2] [1 #! shebang comment
 2])
(show 'a ''a '(quote a) '`a '~a '~@a '@a '#'a )
(show (first ''a) (map class ''a) (first '@a) (first '#'a))
(show (read-string "{:a}") (read-string "{:a 1 :a 2}") (read-string "#{1 1}") (read-string "[1 2") (read-string ")")
      (read-string "(1 2]") (read-string "") (read-string "   ") (read-string "; only a comment") (read-string "#<foo>") (read-string "#") (read-string "@"))
(show (read-string "{1 2 3 4}") (read-string "[1 [2 [3]]]") (read-string "a b c") (read-string "#_a b") (read-string "#'foo") (read-string "^:a b"))
(show (meta '^:a b) (meta '^{:a 1} b) (meta '^String b) (meta '^"[D" b) (meta '^:a ^:b ^{:c 1} b) (meta '^{:a 1} ^{:a 2} b) (meta ^:x [1]) (meta ^{:y 1} {}) (meta '#^:old z))
(show (read-string "^1 a") (read-string "^:a 1") (read-string "^:a"))

;; Ranges that are too long to be counted.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (pr-str '~form) "=>" (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (first (re-seq #"^.{0,60}" (str (ex-message e#)))))))))))
(show (class (long-array (range 3000000000))) (class (object-array (range 3000000000))) (class (int-array (range 0 -3000000000 -1)))
      (count (range 3000000000)) (count (range 0 3000000000 2)) (last (range 0 3000000000 1000000000)) (empty? (range Long/MAX_VALUE)))

(ns libraries.quoin
  (:require [quoin.map-access :as m] [quoin.text :as t]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(show (m/contains-named? {:a 1} "a") (m/contains-named? {"a" 1} :a) (m/contains-named? {:b 1} :a) (m/get-named {:a 1 "a" 2} "a") (m/get-named {:a 1} "a") (m/get-named {"a" nil} :a :default) (m/get-named {} :a :default) (m/assoc-named {"a" 1} :a 2) (m/assoc-named {} :a 2 "b" 3) (m/assoc-named {:a 1} :a 2)
      (m/dissoc-named {:a 1 "b" 2} "a" :b) (m/dissoc-named {:a 1}) (t/html-escape "<a href=\"x\">&'ü</a>") (t/html-escape "") (t/html-escape nil) (t/indent-string "a\nb\n\nc" "  ") (t/indent-string "" "  ") (t/indent-string "a\n" "-"))

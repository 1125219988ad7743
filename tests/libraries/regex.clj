(ns libraries.regex
  (:require [net.cgrand.regex :as r]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def digits (r/regex [(r/+ {\0 \9})]))
(def date (r/regex [(r/repeat {\0 \9} 4 4) :as :y] "-" [(r/repeat {\0 \9} 2 2) :as :m]))
(show (str (:pattern digits)) (r/exec digits "123") (r/exec digits "12a") (r/exec date "2020-05") (:y (r/exec date "2020-05")) (r/exec date "20-5") (r/exec (r/regex (r/* "ab") (r/? "c")) "ababc") (r/exec (r/regex #{"x" "yy"}) "yy") (r/exec (r/regex (r/?= "a") "a") "a") (r/exec (r/regex (r/?! "b") {\a \z}) "a") (re-matches (:pattern digits) "55") (str (:pattern (r/regex "a.b*"))) (str (:pattern (r/regex #{\a \b}))))

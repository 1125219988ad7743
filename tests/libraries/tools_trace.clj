(ns libraries.tools-trace
  (:require [clojure.tools.trace :as t] [clojure.string :as str]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(t/deftrace fib [n] (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))
(defn plain [x] (* x 2))
(defn traced [f] (str/replace (with-out-str (f)) #"t\d+" "T"))
(print (traced #(fib 3)))
(print (traced #(t/trace "tag" (* 2 3))))
(t/trace-vars plain)
(print (traced #(plain 5)))
(t/untrace-vars plain)
(print (traced #(plain 6)))
(show (fn? fib) (t/traced? #'plain) (t/traceable? #'plain) (try (t/trace-forms (+ 1 2) (/ 1 0)) (catch Throwable e (class e))))

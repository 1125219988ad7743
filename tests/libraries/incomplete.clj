(ns libraries.incomplete
  (:require [incomplete.core :as i]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def some-var 1)
(show (i/completions "redu") (i/completions "clojure.core/redu") (map :type (i/completions "some-va" (the-ns 'libraries.incomplete))) (i/completions "clojure.se") (i/completions "Long/MAX") (i/completions "zzzz") (i/completions "defmul"))

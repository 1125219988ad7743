(ns libraries.ring-codec
  (:require [ring.util.codec :as c]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(show (c/url-encode "a b&c/é") (c/url-decode "a%20b%26") (c/percent-encode "ab") (c/percent-decode "%41%42") (c/base64-encode (.getBytes "hello")) (String. (c/base64-decode "aGVsbG8=")) (c/form-encode {:a 1 :b "x y" :c [1 2]}) (c/form-encode "x y") (c/form-decode "a=1&b=x+y&a=2") (c/form-decode "abc") (c/form-decode-str "a+b%21") (c/url-encode "é" "ISO-8859-1") (c/url-decode "%zz") (c/assoc-conj {:a 1} :a 2) (c/form-encode {:k nil :q true}) (c/form-decode "a=&=b") (c/url-encode "~-_.*"))

(ns libraries.data-json
  (:require [clojure.data.json :as json]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(defrecord R [a b])
(show (json/write-str {:a 1 :b [1 2.5 nil true "x\n\u1234\"/"] "k" {:n :kw}}) (json/write-str [1 1N 1.5M 1/2 \a 'sym]) (json/write-str "é" :escape-unicode false)
      (json/write-str "</a>" :escape-slash false) (json/write-str {:a 1} :key-fn #(str "_" (name %))) (json/write-str {:a 1 :d 2} :value-fn (fn [k v] (if (= k :a) v (inc v))))
      (json/read-str "{\"a\": [1, 2.0, -3e2, null, true, false, \"x\\u0041\\n\"]}") (json/read-str "{\"a\":{\"b\":1}}" :key-fn keyword)
      (json/read-str "1.10" :bigdec true) (json/read-str "123456789012345678901234567890") (json/read-str "{\"a\":1,\"b\":2}" :value-fn (fn [k v] (* 10 v)))
      (json/read-str "[") (json/read-str "{\"a\"}") (json/read-str "{\"a\":1,}") (json/read-str "nul") (json/read-str "") (json/read-str "[1,]")
      (json/read-str "\"abc") (json/read-str "" :eof-error? false :eof-value :end) (json/write-str (->R 1 [2])) (json/write-str #{1}) (json/write-str {nil 1})
      (json/write-str ##NaN) (json/write-str ##Inf) (json/write-str (Object.)) (json/write-str (java.util.UUID. 0 1)) (json/write-str (range 3))
      (json/write-str (map inc (range 3))) (json/write-str {1 2 "x" 3 'y 4}) (json/write-str (int-array [1 2])) (json/write-str (java.util.ArrayList. [1 2]))
      (json/read (java.io.StringReader. "[1] [2]")) (let [r (java.io.PushbackReader. (java.io.StringReader. "[1] [2]"))] [(json/read r) (json/read r)])
      (with-out-str (json/pprint {:a [1 2 3] :b {:c "d"}})) (json/write-str {:k/ns 1}) (json/write-str "\t\b\f\r\\ \u2028")
      (json/read-str "[\"\\ud83d\\ude00\"]") (with-out-str (json/write [1] *out*)) (json/json-str {:a 1}) (json/read-json "{\"a\":1}")
      (json/write-str {:a 1 :b {:c [1 2 {:d 3}]}} :indent true))

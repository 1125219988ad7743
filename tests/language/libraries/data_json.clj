;; clojure.data.json.
(ns data-json
  (:require [clojure.data.json :as json]))

(defmacro show [& forms]
  `(do ~@(for [f forms]
           `(println (pr-str '~f) "=>"
                     (try (pr-str ~f)
                          (catch Throwable t# (str (.getName (class t#)) ": " (ex-message t#))))))))

(defrecord Point [x y])
(deftype Opaque [])
(deftype Temperature [degrees])
(extend-protocol json/JSONWriter
  Temperature
  (-write [t out options]
    (json/-write (.-degrees t) out options)))

;; Reading
(show
 (json/read-str "{\"a\": [1, 2.5, -3e2, true, false, null, \"x\"], \"b\": {}}")
 (json/read-str "{\"a\": 1, \"b\": {\"c\": 2}}" :key-fn keyword)
 (json/read-str "{\"a\": 1}" {:key-fn keyword})
 (json/read-str "{\"a\": 1, \"b\": 2}" :key-fn keyword :value-fn (fn [k v] (if (= k :a) (* 10 v) v)))
 (json/read-str "{\"a\": 1, \"b\": 2}" :value-fn (fn self [k v] (if (= k "a") self v)))
 (json/read-str "[]") (json/read-str " [ ] ") (json/read-str "{}") (json/read-str "\"\"")
 (json/read-str "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\"")
 (json/read-str "0") (json/read-str "-0") (json/read-str "-0.0") (json/read-str "1e5") (json/read-str "1E+2")
 (json/read-str "1.5" :bigdec true) (json/read-str "1e3" :bigdec true) (json/read-str "1" :bigdec true)
 (json/read-str "9223372036854775807") (json/read-str "9223372036854775808")
 (class (json/read-str "123456789012345678901234567890"))
 (json/read-str "" :eof-error? false) (json/read-str "  " :eof-error? false :eof-value :end)
 (json/read-str "1 2") (json/read-str "[1] garbage")
 (json/read-str "") (json/read-str "[1") (json/read-str "{\"a\"")
 (json/read-str "\"abc") (json/read-str "\"\\") (json/read-str "\"\\u12") (json/read-str "\"\\x\"")
 (json/read-str "[1,]") (json/read-str "[,1]") (json/read-str "[1 2]") (json/read-str "[1,,2]")
 (json/read-str "{\"a\":1,}") (json/read-str "{a:1}") (json/read-str "{1:2}") (json/read-str "{\"a\" 1}")
 (json/read-str "{\"a\":1 \"b\":2}") (json/read-str "{,}")
 (json/read-str "nul") (json/read-str "tru") (json/read-str "falze") (json/read-str "x") (json/read-str "]")
 (json/read-str "01") (json/read-str "1.") (json/read-str ".5") (json/read-str "1.e1") (json/read-str "-")
 (json/read-str "1a") (json/read-str "+1") (json/read-str "1e+") (json/read-str "-a")
 (json/read (java.io.StringReader. "{\"a\": [1, 2]}"))
 (json/read (java.io.StringReader. "12 ") :eof-error? false)
 (json/read (java.io.StringReader. "") :eof-error? false :eof-value 7)
 (json/read (java.io.StringReader. ""))
 (json/read-json "{\"a\": 1}") (json/read-json "{\"a\": 1}" false)
 (json/read-json (java.io.StringReader. "[1]")) (json/read-json "" true false :end)
 (class (json/read-str "{\"a\":1}")) (class (json/read-str "[1]"))
 (count (json/read-str (str "[" (apply str (interpose "," (range 100))) "]"))))

;; Writing
(show
 (json/write-str {:a 1 :b [1 2 3] :c nil :d true :e "x"})
 (json/write-str [1 2.5 3N 4.5M 1/3 (int 5) (byte 1) (float 1.5)])
 (json/write-str [:key 'sym :ns/key "str" \newline])
 (json/write-str {"a" 1, 'b 2, 3 4, :n/c 5})
 (json/write-str []) (json/write-str {}) (json/write-str #{}) (json/write-str ()) (json/write-str nil)
 (json/write-str '(1 2)) (json/write-str (map inc [1 2])) (json/write-str #{1})
 (json/write-str "a\"b\\c/d\b\f\n\r\t\u0001\u007f\u00e9\u2028\u2029\ud83d\ude00")
 (json/write-str "\u00e9\u2028/" :escape-unicode false)
 (json/write-str "\u00e9\u2028/" :escape-js-separators false)
 (json/write-str "\u00e9\u2028/" :escape-unicode false :escape-js-separators false :escape-slash false)
 (json/write-str {:a 1 :b 2} :key-fn (fn [k] (str "<" (name k) ">")))
 (json/write-str {:a 1 :b 2} :value-fn (fn self [k v] (if (= k :a) self (inc v))))
 (json/write-str {:a 1 :b 2} {:value-fn (fn [k v] [k v])})
 (json/write-str (->Point 1 2)) (json/write-str (Temperature. 20.5)) (json/write-str [(Temperature. 1)])
 (json/write-str (into-array [1 2])) (json/write-str (int-array [1 2]))
 (json/write-str (java.util.HashMap. {"a" 1})) (json/write-str (java.util.ArrayList. [1 2]))
 (json/write-str #uuid "00000000-0000-0001-0000-000000000002")
 (json/write-str (java.util.Date. 0)) (json/write-str #inst "2020-02-03T04:05:06.789")
 (json/write-str (atom 1)) (json/write-str \a) (json/write-str ##NaN) (json/write-str ##Inf)
 (json/write-str (float ##Inf)) (json/write-str (float ##NaN)) (json/write-str {nil 1})
 (json/write-str {:a 1} :key-fn identity) (json/write-str inc)
 (with-out-str (json/write {:a 1} *out*))
 (with-out-str (json/write {:a "\u00e9"} *out* :escape-unicode false))
 (let [w (java.io.StringWriter.)] (json/write [1 2] w) (str w))
 (json/json-str {:a "/"}) (with-out-str (json/print-json [1]))
 (with-out-str (json/write-json ["\u00e9"] *out* true))
 (json/write-str (json/read-str "{\"x\":[1,{\"y\":null}]}")))

(println (json/write-str {:a [1 2 {:b nil}] :c {} :d [] :e "x"} :indent true))
(println (json/write-str [[[1]]] :indent true))
(println (json/write-str {:a 1 :b 2} :indent true :value-fn (fn self [k v] (if (= k :a) self v))))

;; Pretty-printing
(json/pprint {:a 1 :b [1 2 3] :c {:d "x"}})
(json/pprint (zipmap (map (fn [i] (str "key-" i)) (range 8)) (range 1000000 1000008)))
(json/pprint (range 40))
(json/pprint ["/" "\u00e9" nil true 1.5])
(json/pprint {:name "a fairly long string to break the line" :values (range 20) :nested {:a {:b {:c "deep down here"}}}})
(json/pprint-json [1 {:a 2}])
(json/pprint "\u00e9" :escape-unicode false)

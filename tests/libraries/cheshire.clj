(ns libraries.cheshire
  (:require [cheshire.core :as json] [cheshire.factory :as factory] [cheshire.generate :as gen] [cheshire.parse :as parse])
  (:import (com.fasterxml.jackson.core JsonParseException JsonProcessingException)
           (java.io StringReader StringWriter)))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(defn typed [x] [x (class x)])
(def data {:a [1 {:b [1 2]} [] {}] :c {:d nil :e {}}})

;; Writing
(show (json/generate-string {:a 1 "b" [1 2.5 nil true] :c/d {:e "x\"y\\\n\t\u0001é\u2028<>/&'"} 'sym :kw 1 :s :t #{1} 2 (list 3 4)})
      (json/generate-string [1 1N 1M 1.0 1e100 1/3 (float 1.5) (short 1) (byte 2) \c :k/w 'a/b (java.util.UUID. 1 2) 12345678901234567890N 1.10M 1E-10 ##NaN ##-Inf -0.0])
      (json/generate-string nil) (json/generate-string "x") (json/generate-string []) (json/generate-string {}) (json/generate-string (apply str (map char (range 0 40))))
      (json/generate-string {:d #inst "2020-01-02T03:04:05.678Z"}) (json/generate-string {:d #inst "2020-01-02T03:04:05Z"} {:date-format "yyyy-MM-dd"})
      (json/generate-string {:a "é中😀"} {:escape-non-ascii true}) (json/generate-string {:foo-bar 1} {:key-fn (fn [k] (.toUpperCase (name k)))})
      (json/generate-string (java.util.HashMap. {"a" 1})) (json/generate-string (java.util.ArrayList. [1 2])) (json/generate-string (map inc [1 2])) (json/generate-string (byte-array [1 2 3 4])) (json/generate-string #"re")
      (str (json/generate-stream data (StringWriter.))))
(doseq [options [true {} {:indent-arrays? true :indentation 4} {:indent-objects? false} {:line-break "\r\n" :indentation "\t"} {:object-field-value-separator ": " :before-array-values "<" :after-array-values ">"}]]
  (prn (json/generate-string data {:pretty options})))
(defn written [f] (let [w (StringWriter.)] (json/with-writer [w {}] (f)) (str w)))
(show (written (fn [] (json/write 1) (json/write [2]) (json/write "x")))
      (written (fn [] (json/write {:head "h" :data []} :start-inner) (json/write {:x 1}) (json/write {:x 2}) (json/write [] :end) (json/write {} :end)))
      (written (fn [] (json/write {:b 2} :end))) (written (fn [] (json/write [2] :end))) (written (fn [] (json/write {:a 1} :start) (json/write [2] :end))))
(deftype P [x])
(defrecord R [a b])
(gen/add-encoder P (fn [p g] (.writeString g (str "P" (.x p)))))
(show (json/generate-string [(P. 1) (R. 1 2)]) (do (gen/remove-encoder P) (try (json/generate-string (P. 1)) (catch com.fasterxml.jackson.core.JsonGenerationException e :refused))))
(let [w (StringWriter.) g (json/create-generator w)]
  (doto g (.writeStartObject) (.writeStringField "a" "b") (.writeNumberField "n" 1) (.writeNullField "z") (.writeArrayFieldStart "l") (.writeNumber 2) (.close))
  (println (str w)))

;; Reading
(show (json/parse-string "{\"a\":1,\"b\":[1,2.5,null,true,false,\"x\\u00e9\\n\\/\\\\\\\"\"]}") (json/parse-string "{\"a\":{\"b\":1}}" true) (json/parse-string "{\"a\":1}" (fn [k] (str k "!")))
      (typed (json/parse-string "[1,2,3]")) (typed (json/parse-string-strict "[1,[2,{\"a\":[]}]]")) (json/parse-string "{\"a\":[1,2],\"b\":[1]}" true (fn [n] (if (= n "a") #{} [])))
      (json/parse-string "") (json/parse-string nil) (json/parse-string " ") (json/parse-string "1 2") (json/parse-string "null") (json/parse-string "{\"a\":1,\"a\":2}")
      (map typed (json/parse-string "[1,-0,2147483648,-2147483649,999999999999999999,12345678901234567890,1.0,1e3,1E-3,-1.5e+10,0.1]"))
      (binding [parse/*use-bigdecimals?* true] (doall (json/parse-string "[1.10, 1e3, 5]")))
      (json/parsed-seq (StringReader. "{\"a\":1} [2] 3 \"x\"") true) (json/parse-stream (StringReader. "{\"a\":1}") true)
      (let [p (.createParser factory/json-factory (StringReader. "{\"a\":[1,2.5],\"b\":\"x\"}"))]
        (doall (take-while some? (repeatedly #(when-let [t (.nextToken p)] [(str t) (.getCurrentName p) (.getText p)])))))
      ;; more than the parser reads at once, with a text that is longer still
      (let [text (json/generate-string {:long (apply str (repeat 20000 "ab\"")) :many (range 3000)})] (= text (json/generate-string (json/parse-string text)))))
(doseq [text ["{" "[" "{\"a\"" "{\"a\":" "{\"a\":1" "{\"a" "[1" "[1," "[1 2]" "{\"a\":}" "{a:1}" "nul" "truex" "01" "-" "1." "1e" "-x" ".5" "+1" "1x" "\"abc" "\"a\\x\"" "\"\\u12\"" "[1,]" "{\"a\":1,}" "]"
               "[}" "{\"a\":1]" "'a'" "NaN" "-Infinity" "{\"a\" 1}" "/*c*/1" "@" "[,1]" "\n\n  [1,\n 2 3]" "{\"a\":1 \"b\":2}" "\"\\" "[\u0001]" "[1.5.2]"]]
  (println (try (json/parse-string-strict text) (catch JsonParseException e [(.getSimpleName (class e)) (instance? JsonProcessingException e) (ex-message e)]))))
(defmacro with-options [options form] `(binding [factory/*json-factory* (factory/make-json-factory ~options)] ~form))
(show (with-options {:allow-non-numeric-numbers true :allow-comments true :allow-single-quotes true :allow-unquoted-field-names true :allow-numeric-leading-zeros true :allow-backslash-escaping true}
        (json/parse-string-strict "{a:[NaN,/*x*/'q',007,\"\\q\"] // c\n}"))
      (with-options {:strict-duplicate-detection true} (json/parse-string-strict "{\"a\":1,\"a\":2}"))
      (with-options {:allow-unquoted-control-chars false} (json/parse-string-strict "\"a\nb\""))
      (with-options {:quote-field-names false} (json/generate-string {:a 1})))
(defn -main [& _])

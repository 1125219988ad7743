;; Reading at run time: options, data readers, records, #=, errors.
(require '[clojure.edn :as edn])
(create-ns 'some.lib)
(alias 'lib 'some.lib)
(defrecord Point [x y])

(defmacro try-all [& expressions]
  `(do ~@(for [e expressions]
           `(println (pr-str '~e) "=>"
                     (try (pr-str ~e)
                          (catch Throwable e# (str "!! " (.getName (class e#)) ": " (ex-message e#))))))))

(try-all
  (read-string "#user.Point[1 2]") (read-string "#user.Point{:x 1}") (read-string "#user.Point{:x 1 :z 3}")
  (read-string "#user.Point[1]") (read-string "#user.Point(1)") (read-string "#user.Point 1")
  (read-string "#user.Point{x 1}") (read-string "#user.Nope[1]") (read-string "#Point[1 2]")
  (read-string "[#user.Point[(+ 1 2) 2]]") (read-string "#java.lang.Long[1]") (read-string "#java.lang.String[\"abc\"]")
  (read-string "#=(+ 1 2)") (read-string "#=(clojure.core/list 1 2)") (read-string "#=(list a b)") (read-string "#=(inc)")
  (read-string "#=(java.lang.Math/abs -1)") (read-string "#=(java.lang.String. \"a\")") (read-string "#=java.lang.String")
  (read-string "#=(var clojure.core/map)") (read-string "::lib/a") (read-string "#::lib{:a 1}")
  (read-string {:eof 5} " ") (read-string {:read-cond :allow} "#?(:clj 1 :default 2)")
  (read-string {:read-cond :preserve} "[#?(:clj 1) #?@(:cljs [2])]")
  (read-string {:read-cond :allow :features #{:bar}} "#?(:bar 1 :clj 2)") (read-string "#?(:clj 1)") (read-string ""))

(println "-- read-eval")
(binding [*read-eval* false]
  (try-all (read-string "#=(+ 1 2)") (read-string "#user.Point[1 2]") (read-string "(1 2)")))
(binding [*read-eval* :unknown] (try-all (read-string "1")))

(println "-- data readers")
(binding [*data-readers* {'my/inc inc 'pair (fn [x] [:pair x])}]
  (try-all (read-string "#my/inc 1") (read-string "#pair (a b)") (read-string "#pair #my/inc 3") (read-string "#bar 1")))
(binding [*default-data-reader-fn* (fn [tag value] [tag value])]
  (try-all (read-string "#bar 1") (read-string "#inst \"2020-01-02T03:04:05.678+01:00\"")))

(println "-- edn")
(try-all
  (edn/read-string "{:a [1 2.5 \"x\" \\a nil true #{b} (c)]}") (edn/read-string "") (edn/read-string {:eof 1} "")
  (edn/read-string {:readers {'foo inc}} "#foo 1") (edn/read-string {:default vector} "#foo 1")
  (edn/read-string {:readers {'inst identity}} "#inst 3") (edn/read-string nil) (edn/read-string "#foo 1")
  (edn/read-string "#=(+ 1 2)") (edn/read-string "::a") (edn/read-string "(1") (edn/read-string "#user.Point[1 2]"))

(println "-- streams")
(let [in (java.io.PushbackReader. (java.io.StringReader. "(a b) [c]\n:d \"e\" f"))]
  (prn (vec (repeatedly 6 #(read in false ::end)))))
(let [in (clojure.lang.LineNumberingPushbackReader. (java.io.StringReader. "a\n  (b\n c) d"))]
  (prn (read in) (meta (read in)) (.getLineNumber in) (read in) (read in false :end)))
(with-in-str "1 (2 3) \"rest of line\"\nnext"
  (prn (read) (read) (read) (read-line) (read-line) (read-line)))
(try (read (clojure.lang.LineNumberingPushbackReader. (java.io.StringReader. "\n (1 2")))
     (catch Exception e (println (.getName (class e)) (ex-message e) (ex-data e) (ex-message (ex-cause e)))))

(println "-- round trips")
(doseq [v [nil true 1 -7N 1.5M 2/3 1e100 ##Inf \a \newline "a\"\\\n" 'a/b :c/d [1 [2]] '(1 (2)) {:a {:b #{1}}} #{[1]}
           #inst "2020-02-29T12:00:00.001Z" #uuid "97bda55b-6175-4c39-9e04-7c0205c709dc" (->Point 1 {:y 2}) {:n/a 1 :n/b 2}
           (sorted-map 1 2) (range 5) (byte 1)]]
  (println (pr-str v) (= v (read-string (pr-str v)))))

; pprint to a pretty writer that is bound to *out*, as test reports do, is not left waiting.
(require '[clojure.pprint :as pp])
(defn report [& xs]
  (with-out-str
    (binding [*out* (pp/get-pretty-writer *out*)]
      (doseq [x xs] (print "  actual: ") (pp/pprint x)))))
(prn (report '(not (= 1 2))))
(prn (report '(not (close? 1.0 1.05)) [1 2] nil "s"))
(prn (report (into {} (map (fn [i] [(keyword (str "key-" i)) (range i)])) (range 8 16))))
(prn (with-out-str (binding [*out* (pp/get-pretty-writer *out*)] (pp/pprint [1 2]) (println "x") (pp/pprint '(1 2)))))
(let [s (java.io.StringWriter.)]
  (pp/pprint [1 2] s)
  (pp/pprint {:a 1} (pp/get-pretty-writer s))
  (prn (str s)))
(binding [*flush-on-newline* false]
  (let [s (java.io.StringWriter.) w (pp/get-pretty-writer s)]
    (pp/pprint [1 2] w)
    (.flush w)
    (prn (str s))))

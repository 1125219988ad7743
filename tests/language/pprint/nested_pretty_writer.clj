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
;; What is printed goes on without a flush, as far as its place is decided; blanks wait for what follows.
(defn unflushed [f]
  (let [s (java.io.StringWriter.)]
    (binding [*out* s]
      (binding [*out* (pp/get-pretty-writer *out*)] (f))
      (print "|"))
    (prn (str s))))
(unflushed #(print "abc"))
(unflushed #(print "abc  "))
(unflushed #(print "  "))
(unflushed #(do (print "a ") (print "b ")))
(unflushed #(do (pp/pprint 1) (print "   - ")))
(unflushed #(do (pp/pprint {:a 1}) (print " + ") (flush)))
(unflushed #(do (print " + ") (pp/pprint [1 2])))
(unflushed #(do (print "x\n") (print " y \n z ")))
(unflushed #(do (print "ab c ") (.flush *out*)))
(unflushed #(do (pp/fresh-line) (print "k") (pp/fresh-line) (print "j ") (pp/fresh-line)))
(unflushed #(pp/cl-format true "~a ~%~a " 1 2))
(unflushed #(.write *out* "abc "))
(unflushed #(do (.write *out* 97) (.write *out* (int \space))))
(unflushed #(do (.write *out* "a ") (.write *out* (int \newline)) (.write *out* 98)))
(unflushed #(do (newline) (print "s ") (newline)))
(unflushed #(println "s "))
(unflushed #(print (apply str (repeat 90 "a "))))
(unflushed #(pp/pprint-logical-block :prefix "(" :suffix ")" (print "a ")))
(unflushed #(do (print "pre ")
                (pp/pprint-logical-block :prefix "(" :suffix ")" (print "a ") (pp/pprint-newline :linear) (print "b  "))
                (print "post  ")))
(unflushed #(do (print "   ") (pp/pprint-logical-block (print "a "))))
(unflushed #(do (pp/pprint-logical-block (print "a ") (pp/pprint-newline :linear) (.write *out* 98) (.write *out* 32) (print "c"))
                (flush)))

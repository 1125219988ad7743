;; What pr, print and str make of each kind of value, nested or not. Identity hashes are hidden.
(defrecord Point [x y])
(defrecord Empty [])
(deftype Pair [a b])
(defmulti shout :kind)

(defn scrub [text]
  (-> text
      (clojure.string/replace #"0x[0-9a-f]+" "0xH")
      (clojure.string/replace #"@[0-9a-f]+" "@H")
      (clojure.string/replace "\r" "<CR>")))

(defmacro show [& expressions]
  `(do ~@(for [e expressions]
           `(println (scrub (str (pr-str '~e) " => " (pr-str ~e) " | " (print-str ~e) " | " (str ~e) " | " (str [~e])))))))

(defmacro show-with [bindings & expressions]
  `(do (println '~bindings)
       ~@(for [e expressions]
           `(println (binding ~bindings (scrub (str "  " (pr-str ~e) " | " (print-str ~e) " | " (str ~e))))))))

(println "-- scalars")
(show nil true 1 -1N 1.5M 1/2 1.0 1e21 1e-7 100.0 ##Inf ##-Inf ##NaN (float 1.1) (int 1) (biginteger 5)
      \a \newline \space \tab \backspace \formfeed \return \" \\ \( \é
      "a" "a\"b\\c\n\t\r\f\bé" 'a 'a/b :a :a/b (symbol "a b") (keyword "a b") (symbol "" "x")
      #inst "2020-01-01" #uuid "97bda55b-6175-4c39-9e04-7c0205c709dc" #"a\d\"" (re-pattern "a\"b/\nc") (re-pattern "\\Qa\"b\\E\""))

(println "-- collections")
(show () '(1 2) [1 "a" \b nil] {} {:a 1} {:a/b 1 :a/c 2} {'a/b 1} {:a/b 1 :c 2} {:a/b 1 "x" 2} #{} #{1}
      (lazy-seq nil) (lazy-seq [1 2]) (map inc [1 2]) (range 3) (range 0) (range 0.0 1.0 0.5) (cons 1 nil) (cons 1 [2])
      (seq [1 2]) (rseq [1 2]) (seq {:a 1}) (keys {:a 1}) (vals {:a "x"}) (first {:a 1})
      (sorted-map :a 1) (sorted-set 2 1) (sorted-map :a/b 1) (subvec [1 2 3] 1) (seq "ab") (repeat 2 :x)
      (take 2 (cycle [1])) (take 2 (iterate inc 1)) (rest [1]) (concat [1] [2]) (array-map :a 1) (hash-map :a 1)
      (conj clojure.lang.PersistentQueue/EMPTY 1) (transient []) (transient {}) (transient #{}))

(println "-- records and types")
(show (->Point 1 "a") (->Empty) (assoc (->Point 1 2) :z 3) (with-meta (->Point 1 2) {:m 1}) (map->Point {:x 1 :q/w 2})
      (->Pair 1 2) Point Pair String Long (class "a") Long/TYPE Runnable)

(println "-- references and objects")
(show #'show #'clojure.core/map (find-ns 'clojure.core) map + shout identity
      (atom 1) (atom {:a "x"}) (volatile! 1) (delay 1) (let [d (delay 1)] @d d) (ref 1) (agent 1) (reduced 1)
      (tagged-literal 'foo [1 "a"]) (reader-conditional '(:clj "x") true)
      (int-array 2) (object-array 2) (byte-array 1) (Object.) (StringBuilder. "ab"))

(println "-- limits")
(show-with [*print-level* 0] 1 [1] {:a 1} "a" (->Point 1 2) (atom 1) (tagged-literal 'a [1]))
(show-with [*print-level* 1] 1 [1] {:a [1]} #{1} [[1]] (->Point [1] 2) (atom [1]) {[1] 2} {:a/b [1]})
(show-with [*print-level* 2] {:a [1]} {:a [[1]]} [[[1]]] (->Point [1] {:a 1}) (atom [1]))
(show-with [*print-length* 0] [1] [] {:a 1} {} '(1) () #{1} "abc" (->Point 1 2))
(show-with [*print-length* 2] [1 2] [1 2 3] '(1 2 3) {:a 1 :b 2} {:a 1 :b 2 :c 3} (->Point 1 2) (assoc (->Point 1 2) :z 1)
           {:a/b 1 :a/c 2 :a/d 3})
(binding [*print-length* 3] (prn (range)) (prn (iterate inc 0)) (prn (repeat 1)) (prn (cycle [1 2])))

(println "-- metadata")
(show-with [*print-meta* true] (with-meta 'a {:a 1}) (with-meta [1] {:tag 'String}) (with-meta [1] {:tag "x"})
           (with-meta {:a 1} {:a 1}) (with-meta '(1) {:line 1}) (with-meta () {:a 1}) (with-meta #{} {:tag :x})
           (with-meta (->Point 1 2) {:a 1}) (atom 1 :meta {:a 1}) (with-meta [(with-meta 'a {:b 1})] {:tag 'x :y 2})
           (with-meta [1] {}) (with-meta {:x/a 1} {:m/a 1}))

(println "-- readably")
(show-with [*print-readably* false] "a\"b" \a \newline [1 "a" \b] {:a "x"} #"a")

(println "-- dup")
(show-with [*print-dup* true] 1 1.5 "a\n" \a 'a :a [1] {:a 1} #{1} 1N 1M 1/2 (sorted-map 1 2) (->Point 1 2) #"a" map String
           #'show nil (int 1) (float 1.5) *ns* (with-meta [1] {:a 1}) ##Inf () [] {} (first {1 2}) {:a/b 1})

(println "-- order of effects")
(prn (map #(do (println "one" %) %) '(1 2 3)))
(prn (lazy-seq (println "realised") [1]))
(println [1 (lazy-seq (println "nested") nil)])
(try (prn (map #(/ 1 %) [1 0])) (catch ArithmeticException e (println " caught" (ex-message e))))

(println "-- extension")
(defmethod print-method Point [p ^java.io.Writer w] (.write w (str "<" (:x p) ">")))
(println (pr-str (->Point 1 2) [(->Point 3 4)]) (print-str (->Point 5 6)) (str [(->Point 7 8)]))
(defmethod print-method ::typed [v ^java.io.Writer w] (.write w "TYPED"))
(println (pr-str (with-meta [1] {:type ::typed})) (pr-str [(with-meta {} {:type ::typed})]) (pr-str (with-meta [1] {:type :other})))
(defmethod print-method clojure.lang.Keyword [k ^java.io.Writer w] (.write w "K"))
(println (pr-str :a [:b {:c 1}]) (str [:a]) (print-str :a))

;; What is evaluated, compared and computed before something is refused, and what is not at all.

(defmacro show [& expressions]
  `(do
     ~@(for [e expressions]
         `(println (pr-str '~e) "=>"
                   (try (pr-str ~e)
                        (catch NullPointerException t# "NullPointerException")
                        (catch Throwable t#
                          (let [message# (.getMessage t#)
                                end# (when message# (.indexOf message# " ("))]
                            (str (.getName (class t#)) ": "
                                 (if (and end# (nat-int? end#)) (subs message# 0 end#) message#)))))))))

(defrecord Point [x y z])

(defn counted-map
  "The first result of map over coll, and how many elements were computed for it."
  [coll]
  (let [n (atom 0)
        s (map (fn [x] (swap! n inc) x) coll)]
    [(first s) @n]))

;; The seq of a record has one chunk for the fields.
(show (counted-map (->Point 1 2 3)))
(show (counted-map (assoc (->Point 1 2 3) :more 4)))
(show (counted-map (next (->Point 1 2 3))))
(show (chunked-seq? (seq (->Point 1 2 3))) (chunked-seq? (seq (dissoc (->Point 1 2 3) :x))))
(show (into [] (map-indexed vector) (->Point 1 2 3)) (filter (comp odd? val) (assoc (->Point 1 2 3) :more 5)))
(show (let [w (java.io.StringWriter.)] (print-dup (->Point 1 [2] {:a 3}) w) (str w)))

;; Keys are compared before a missing value is noticed.
(show (sorted-map #{false} 1 -2.5 2 3) (sorted-map 1 2 3) (sorted-map-by > :a 1 2 3 4))
(show (sorted-map-by nil 1 2) (sorted-map-by nil 1 2 3 4) (sorted-set-by nil 1) (sorted-set-by nil 1 2))

;; An empty collection ends sequence before those after it are looked at.
(show (sequence (map vector) () (map inc [:a])) (sequence (map vector) nil (reductions = ())))
(show (sequence (map vector) [1 2] [3]) (sequence (map vector) [] 7))

(show (iterate 5 1) (take 1 (iterate :a 1)) (first (iterate nil 1)))
(show (case 5 () (not-defined-anywhere) 5 :five) (case () () 1 (()) 2 3))
(show (disj false 1) (disj nil 1) (dissoc false 1))
(show (let [f (fn [x y] #{x y})] (f nil nil)) (let [f (fn [x y] {x 1 y 2})] (f nil nil))
      (let [f (fn [x y] {x 1 y 2})] (f "a" "a")))
(show (list? (macroexpand-1 '(.a b c))) (list? (macroexpand-1 '(String. "a"))) (list? (macroexpand-1 '(Long/parseLong "1"))))

;; Metadata sees the new value of the var.
(def ^{:size (fn [] 1)} sized [1 2 3])
(defn squares {:table (mapv (fn [x] (* x x)) (range 3))} [x] (nth (:table (meta #'squares)) x))
(def counter (atom 0))
(def ^{:after (deref counter)} counted-first (swap! counter inc))
(show (squares 2) (:after (meta #'counted-first)))

(show (reduce-kv (fn [a k v] [a k v]) [] (java.util.ArrayList. [1])) (reduce-kv (fn [a k v] [a k v]) [] (seq {1 2})))
(show (reader-conditional 1 true) (reader-conditional 1 nil) (reader-conditional 1 :yes))
(show (resolve (symbol "")) (ns-resolve 'user (symbol "")) (resolve (symbol "a" "")))

;; A primitive double divides by zero; a boxed one is refused.
(show (/ 1 (rem 0.0 -11)) (/ 1 (quot 0.0 3)) (/ 1 (rem 0.0 (identity 3))) (/ 1 (max 0.0 -1)) (/ 1 (max 0.0 -1.0))
      (/ 1 (max -1.0 (identity 0N))) (/ 1 (min 0.0 1)) (/ 1 (min 0.0 1.0)) (/ 1 (mod 0.0 3)))
;; What has elements for seq only is not turned into an array.
(defn kind-of-fault [f] (try (f) (catch RuntimeException e (re-find #"^[A-Z][a-z]+ to convert" (ex-message e)))))
(def for-seq (reify clojure.lang.Seqable (seq [_] '(2 1))))
(show (map (fn [f] (kind-of-fault #(f for-seq))) [sort vec to-array seq]))

;; A lazy seq as a key is realized by the comparison with any key, in the order of the JVM's comparisons.
(defn noisy [n] (lazy-seq (print n "") (list n)))
(show (get {:a 1} (noisy 1) :none) (contains? {:a 1} (noisy 2)) (find {:a 1 :b 2} (noisy 3)) (dissoc {:a 1} (noisy 4)) (get {} (noisy 5))
      (case (noisy 6) :a 1 :b 2) (assoc {:a 1} (noisy 7) 2) (get #{:a} (noisy 8)) (get (hash-map :a 1) (noisy 9)) (.without {:a 1} (noisy 10)))
(show (update-keys (sorted-map 9.0 nil 255 nil) noisy) (into {} [[(noisy 1) 1] [(noisy 2) 2]]) (zipmap [(noisy 1) (noisy 2)] [1 2])
      (count (assoc! (transient {(noisy 1) 1}) (noisy 2) 2)) {(noisy 1) 1 (noisy 2) 2} (hash-map (noisy 1) 1 (noisy 2) 2)
      (assoc {(noisy 1) 1} (noisy 2) 2) (update-keys {:a 1 :b 2} (fn [k] (map inc [k]))) (update-keys {1 nil 2.0 nil} (partial map inc)))

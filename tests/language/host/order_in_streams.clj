;; An element goes through all stages of a stream before the next one is asked for.
(import '(java.util ArrayList OptionalDouble OptionalInt OptionalLong) '(java.util.function Consumer Function IntBinaryOperator IntConsumer IntFunction IntPredicate
        IntSupplier IntUnaryOperator Predicate UnaryOperator) '(java.util.stream Collectors DoubleStream IntStream LongStream Stream))
(defmacro show [form]
  `(println (try (let [x# ~form] (str (class x#) " " x#)) (catch Throwable e# (str (.getName (class e#)) ": " (.getMessage e#))))))
(defn seen [mark] (reify Consumer (accept [_ x] (print mark x ""))))
(defn fun [mark f] (reify Function (apply [_ x] (print mark x "") (f x))))
(defn such [mark p] (reify Predicate (test [_ x] (print mark x "") (p x))))

(-> (IntStream/range 0 4)
    (.peek (reify IntConsumer (accept [_ x] (print "peek" x ""))))
    (.map (reify IntUnaryOperator (applyAsInt [_ x] (print "map" x "") (int (inc x)))))
    (.filter (reify IntPredicate (test [_ x] (print "filter" x "") (odd? x))))
    (.forEach (reify IntConsumer (accept [_ x] (println "each" x)))))
(println)
(defn source [] (.stream (ArrayList. (range 40))))
(-> (source) (.peek (seen "peek")) .findFirst str println)
(-> (source) (.peek (seen "peek")) (.anyMatch (such "is" (fn [x] (= x 3)))) println)
(-> (source) (.peek (seen "peek")) (.limit 3) (.collect (Collectors/toList)) str println)
(-> (source) (.filter (such "is" odd?)) (.skip 1) .findFirst str println)
(-> (.stream [3 1 2]) (.peek (seen "in")) .sorted (.peek (seen "out")) .findFirst str println)
(-> (.stream [3 1 2]) (.peek (seen "in")) (.sorted (comparator >)) (.peek (seen "out")) (.collect (Collectors/toList)) str println)
(let [built (.sorted (.peek (.stream [2 1]) (seen "in")))]
  (println "built")
  (println (vec (.toArray built))))
(-> (.stream [[1 2] [3]]) (.flatMap (fun "flat" (fn [x] (.stream x)))) (.peek (seen "peek")) (.map (fun "map" inc)) .toArray vec println)
(-> (Stream/iterate 1 (reify UnaryOperator (apply [_ x] (print "next" x "") (* 2 x)))) (.limit 4) (.forEach (seen "each")))
(println)
(-> (IntStream/range 0 3) (.mapToObj (reify IntFunction (apply [_ i] (print "text" i "") (str i)))) (.forEach (seen "each")))
(println)
(let [it (.iterator (.peek (.stream [1 2 3]) (seen "peek")))]
  (println (.next it))
  (println (.hasNext it) (.next it)))

;; Classes of what they give
(show (.count (.stream [1 2])))
(show (.count (IntStream/range 0 3)))
(show (.collect (.stream [1 2]) (Collectors/counting)))
(show (.reduce (IntStream/range 0 4) 0 (reify IntBinaryOperator (applyAsInt [_ a b] (int (+ a b))))))
(show (.getAsInt (.max (IntStream/of (int-array [1 5 2])))))
(doseq [o [(OptionalInt/of 7) (OptionalInt/empty)]]
  (show o)
  (show (.orElse o 3))
  (show (.orElseGet o (reify IntSupplier (getAsInt [_] (int 4)))))
  (show (.orElseThrow o (reify java.util.function.Supplier (get [_] (ex-info "none" {})))))
  (.ifPresentOrElse o (reify IntConsumer (accept [_ x] (println "present" x))) (fn [] (println "absent")))
  (show (.count (.stream o))))
(show (.orElse (OptionalLong/empty) 3))
(show (.orElse (OptionalDouble/empty) 3.5))
(show (.sum (.build (doto (IntStream/builder) (.add 3) (.add 4)))))
(show (vec (.toArray (.flatMapToInt (.stream ["ab" "c"]) (reify Function (apply [_ s] (.chars s)))))))

;; Iterators of seqs are as lazy
(defn numbers [n] (lazy-seq (print "made" n "") (cons n (numbers (inc n)))))
(let [it (.iterator (numbers 0))]
  (println "given" (.next it))
  (println (.hasNext it) (.next it)))
(let [it (.iterator (map #(do (print "mapped" % "") %) (list 1 2)))]
  (println "given" (.next it) (.next it) (.hasNext it))
  (println (try (.next it) (catch java.util.NoSuchElementException e (class e)))))
(let [e (clojure.lang.SeqEnumeration. (numbers 0))]
  (println "given" (.nextElement e)))

(show [(.hashCode (OptionalInt/of 3)) (.hashCode (OptionalInt/empty)) (.hashCode (OptionalDouble/of 1.5)) (.hashCode (OptionalLong/of 5000000000))
       (count (hash-set (OptionalInt/of 3) (OptionalInt/of 3))) (.get (java.util.HashMap. {(OptionalLong/of 1) :one}) (OptionalLong/of 1))])

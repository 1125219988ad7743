;; fspec, fdef, and calls checked by instrument.
(require '[clojure.spec.alpha :as s] '[clojure.spec.test.alpha :as st])

(defmacro show [& forms]
  `(do ~@(map (fn [form]
                `(try (prn ~form)
                      (catch Throwable t#
                        (println (class t#) (ex-message t#))
                        (when (::s/failure (ex-data t#))
                          (prn ((juxt ::s/failure ::s/fn ::s/args ::s/value ::s/problems) (ex-data t#)))))))
              forms)))

(defn add "Adds." [a b] (+ a b))
(s/fdef add :args (s/cat :a int? :b int?) :ret int?)
(defn half [x] (/ x 2))
(defn even-x? [args] (even? (:x args)))
(s/fdef half :args (s/and (s/cat :x int?) even-x?) :ret int? :fn #(= (:ret %) (/ (-> % :args :x) 2)))
(defn greet [name & {:keys [greeting loud]}] [name greeting loud])
(s/fdef greet :args (s/cat :name string? :opts (s/keys* :opt-un [::greeting])))
(s/def ::greeting string?)
(defn many ([a] [a]) ([a b & more] [a b more]))
(s/fdef many :args (s/alt :one (s/cat :a int?) :more (s/cat :a int? :b string? :more (s/* keyword?))))
(defn unspecified [x] x)
(s/fdef only-ret :ret int?)
(defn only-ret [x] x)

;; fspec and fdef as data
(show (s/form `add) (s/form `half) (s/describe `add) (s/form (s/fspec :args (s/cat :a int?))) (s/form (s/fspec)) (some? (:args (s/get-spec `add)))
      (s/form (:args (s/get-spec `add))) (s/form (:ret (s/get-spec `add))) (:fn (s/get-spec `add)) (get (s/get-spec `add) :nope 7) (s/form (:fn (s/get-spec `half)))
      (s/conform (:args (s/get-spec `add)) [1 2]) (s/valid? (:ret (s/get-spec `half)) 1/2) (s/fdef add2 :args any?) (s/fdef clojure.string/blank? :args any?) (s/fdef inc :args any?)
      (some? (s/get-spec #'add)) (s/conform (s/fspec) inc) (s/conform (s/fspec :args (s/cat :a int?)) 3) (s/explain (s/fspec :args (s/cat :a int?)) 3) (= inc (s/unform (s/fspec :args (s/cat)) inc)))
(doseq [s '[add2 inc clojure.string/blank?]] (eval `(s/def ~s nil)))
(show (s/get-spec `add2) (s/get-spec 'clojure.string/blank?))

;; instrument
(show (st/instrument `add) (add 1 2) (add 1 :x) (add 1) (add) (st/instrument `add) (add "1" 2) (st/unstrument `add) (add 1 1.5) (st/unstrument `add)
      (st/instrument [`half `many `nope]) (half 4) (half 3) (half "x") (many 1) (many 1 "x" :a :b) (many 1 "x" "y") (many) (apply many 1 2 [3])
      (st/instrument `unspecified) (st/instrument 'nowhere) (st/instrument `only-ret) (only-ret "x"))
(show (st/instrument `greet) (greet "a") (greet "a" :greeting "hi") (greet "a" :greeting 3) (greet "a" {:greeting "hi"}) (greet "a" {:greeting 3}) (greet "a" :loud true {:greeting 3}) (greet 1) (greet "a" :loud) (greet "a" nil))
(show (st/with-instrument-disabled (half 3)) (half 3) (st/with-instrument-disabled (mapv half [1 2])))
(show (sort (st/instrumentable-syms)) (sort (st/instrumentable-syms {:stub #{`unspecified}})) (sort (st/checkable-syms)) (sort (st/unstrument)) (sort (st/instrument)) (half 3) (sort (st/unstrument)) (half 3))

;; Options
(show (st/instrument `add {:replace {`add (fn [a b] [:replaced a b])}}) (add 1 2) (add 1 :x) (st/unstrument `add) (add 1 2)
      (st/instrument `unspecified {:spec {`unspecified (s/fspec :args (s/cat :s string?))}}) (unspecified "x") (unspecified 3) (st/unstrument)
      (st/instrument `unspecified {:replace {`unspecified inc}}) (st/instrument `unspecified {:stub #{`unspecified}}) (st/instrument `add {:gen {"not-ident" 1}}) (st/check `add {:gen {"x" 1}})
      (st/instrument `add {:spec {`add (s/fspec :args (s/cat :x (s/* string?)))} :replace {`add str}}) (add "a" "b") (add 1) (st/unstrument `add))

;; Who called
(defn caller [] (half 3))
(st/instrument `half)
(try (caller) (catch Exception e (prn (::st/caller (ex-data e)))))
(show (keys (try (caller) (catch Exception e (ex-data e)))))

;; Redefined while instrumented
(show (half 4))
(defn half [x] [:half x])
(show (half 3) (st/instrument `half) (half 3) (half 4) (st/unstrument `half) (half 3))

;; Macros are not instrumented
(defmacro twice [x] `(do ~x ~x))
(s/fdef twice :args (s/cat :x any?))
(show (st/instrument `twice) (contains? (st/instrumentable-syms) `twice))

;; Results
(show (st/->sym #'add) (st/->sym 'x) (sort (st/enumerate-namespace 'user)) (st/abbrev-result {:spec (s/spec int?) :sym 'a})
      (st/abbrev-result {:spec (s/spec int?) :sym 'a :failure (ex-info "m" {::s/failure :no-gen :x 1})}) (keys (st/abbrev-result {:spec (s/spec int?) :failure (Exception. "m")}))
      (st/summarize-results [{:sym 'a :spec (s/spec int?)} {:sym 'b :spec (s/spec int?) :failure (ex-info "m" {::s/failure :no-gen})} {:sym 'c :spec (s/spec int?) :failure (ex-info "n" {::s/failure :no-gen})}])
      (st/summarize-results [{:failure (Exception. "m")}] (constantly :short)) (map #(-> % :failure ex-data) (st/check `only-ret)) (st/check `unspecified) (class (:failure (first (st/check `add)))))
(shutdown-agents)

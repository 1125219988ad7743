;; Predicates, names and sets as specs; the registry; forms; explanations and their texts.
(require '[clojure.spec.alpha :as s] '[clojure.string :as str])

(defmacro show [& forms]
  `(do ~@(map (fn [form]
                `(try (prn ~form)
                      (catch Throwable t# (println (class t#) (ex-message t#)))))
              forms)))

(defn small? [x] (< x 10))

;; valid?, conform, unform
(show (s/valid? int? 3) (s/valid? int? "x") (s/valid? #{:a :b} :a) (s/valid? #{:a nil} nil)
      (s/valid? small? 3) (s/valid? #(> % 3) 2) (s/valid? {:a 1} :a) (s/valid? :nope 1)
      (s/valid? 'user/nope 1) (s/valid? nil 1) (s/valid? int? 3 'my-int))
(show (s/conform int? 3) (s/conform int? nil) (s/conform nil? nil) (s/conform #{false} false)
      (s/conform {:a 1} :a) (s/conform small? 12) (s/conform even? :x))
(show (s/unform int? 3) (s/unform #{1} 7))
(show (s/invalid? (s/conform int? :x)) (s/invalid? 3) (s/invalid? ::s/invalid))

;; The registry
(show (s/def ::int int?) (s/def ::alias ::int) (s/def sym int?) (s/def other/sym int?) (s/def inc int?)
      (s/def str/join int?) (s/def :plain int?) (s/def 3 int?) (s/def ::missing ::nope))
(show (s/valid? ::int 1) (s/valid? ::alias "x") (s/valid? `sym 3) (s/valid? 'user/inc 3))
(show (s/get-spec ::alias) (s/get-spec ::nope) (some? (s/get-spec ::int)) (some? (s/get-spec `sym))
      (s/get-spec #'clojure.core/str))
(show (contains? (s/registry) ::int) (contains? (s/registry) ::nope) (get (s/registry) ::alias))
(show (s/def ::int nil) (s/get-spec ::int) (s/valid? ::alias 3) (s/def ::int pos-int?) (s/valid? ::alias 0))
(show (s/spec? ::int) (s/spec? 3) (some? (s/spec? (s/spec int?))) (s/spec? int?) (s/regex? int?)
      (s/regex? ::int) (s/regex? {:a 1}) (s/regex? nil))

;; Specs of specs
(show (identical? (s/get-spec ::int) (s/spec (s/get-spec ::int))) (s/valid? (s/spec ::int) 3)
      (s/form (s/spec ::int)) (s/spec nil) (s/form (s/spec (s/spec even?))))

;; Forms
(show (s/form int?) (s/form #(int? %)) (s/form (s/spec #(int? %))) (s/form #{1}) (s/form ::int)
      (s/form ::alias) (s/form (s/spec (fn [x] (< x 3)))) (s/form (s/spec (partial < 3)))
      (s/form (s/spec (comp #{:a} {inc dec} [inc]))) (s/form small?) (s/form (s/spec small?)))
(show (s/form (s/and int? #(do 1) (fn [name] (name String)) #(< 1 % 3)))
      (s/form (s/and #(-> % str/blank? not) nil 'x :kw "s" #{:a 'b}))
      (s/form (s/coll-of (s/and int? any?))) (s/form ::nope))
(show (s/describe ::int) (s/describe (s/spec #(int? %))) (s/describe (s/and int? #(< 3 %)))
      (s/describe (s/or :a (s/cat :b int?) :c #{1})) (s/describe #{:a}))
(show (s/abbrev 'clojure.core/int?) (s/abbrev '(clojure.core/fn [%] (clojure.core/< % 3))) (s/abbrev :a/b)
      (s/abbrev 3) (s/abbrev '[a/b]) (s/abbrev '(a/b (c/d [e/f]))) (s/abbrev '(fn [x] (a/b x))) (s/abbrev ()))

;; Explanations
(defn problems [spec x] (::s/problems (s/explain-data spec x)))
(show (s/explain-data int? 3) (problems int? :x) (problems small? 20) (problems #(> % 3) 2) (problems #{1} 2)
      (problems ::int -1) (problems ::alias -1) (problems {:a 1} 3) (problems 3 3) (problems "s" 3)
      (problems nil 3) (problems :nope 3) (problems even? :x) (problems 'user/nope 3))
(show (::s/value (s/explain-data int? "x")) (::s/spec (s/explain-data ::int "x"))
      (= int? (::s/spec (s/explain-data int? "x"))) (keys (s/explain-data int? "x")))
(show (s/explain int? 3) (s/explain int? "x") (s/explain ::alias "x") (s/explain-str int? 3)
      (s/explain-str #(> % 3) 2) (s/explain-str (s/spec #(> % 3)) 2) (s/explain-str #{:a :b} {:c 1}))
(show (s/explain-out nil)
      (s/explain-out {::s/problems [{:path [:a] :pred 'a/b :val 3 :via [] :in [] :extra {:k "v"} :more 1}
                                    {:path [:a :b] :pred '(clojure.core/fn [%] (x/y %)) :val "q" :via [::x ::y] :in [1]}
                                    {:path [] :reason "because" :pred 'p :val nil :via [:z] :in [1 2]}]})
      (s/explain-printer nil)
      (binding [s/*explain-out* (fn [ed] (print "mine" (count (::s/problems ed))))] (s/explain-str int? :x))
      (binding [s/*explain-out* (fn [ed] (prn ed))] (s/explain int? 1)))
(show (::s/problems (s/explain-data* int? [:p] [:v] [0] "x")) (s/explain-data* int? [:p] [:v] [0] 1))

;; Conformers
(s/def ::number (s/conformer #(try (Long/parseLong %) (catch Exception _ ::s/invalid)) str))
(show (s/conform ::number "12") (s/conform ::number "x") (s/unform ::number 12) (s/explain ::number "x")
      (s/unform (s/conformer inc) 3) (s/conform (s/conformer inc) 3) (s/form (s/conformer inc))
      (s/form (s/conformer inc dec)) (s/conform (s/conformer {:a false}) :a) (s/conform (s/conformer keyword) "k"))

;; Assertions
(show (s/check-asserts?) (s/assert int? "x") (s/check-asserts true) (s/check-asserts?) (s/assert int? 3)
      (s/assert int? "x") (s/assert ::alias 0)
      (try (s/assert ::int "x") (catch Exception e (keys (ex-data e))))
      (try (s/assert ::int "x") (catch Exception e ((juxt ::s/failure ::s/problems) (ex-data e))))
      (s/assert* int? "q") (s/check-asserts false) (s/assert int? "x"))

;; What can be set
(show s/*recursion-limit* s/*fspec-iterations* s/*coll-check-limit* s/*coll-error-limit* s/*compile-asserts*)

;; Names in metadata
(show (::s/name (meta (s/get-spec ::int))) (::s/name (meta (s/spec ::alias))) (::s/name (meta (s/spec int?))))

;; Own implementations of the protocols
(defrecord Even [unit]
  s/Specize
  (specize* [this] this)
  (specize* [this _] this)
  s/Spec
  (conform* [_ x] (if (even? x) (quot x unit) ::s/invalid))
  (unform* [_ x] (* x unit))
  (explain* [_ path via in x] (when (odd? x) [{:path path :pred 'even :val x :via via :in in}]))
  (gen* [_ _ _ _] nil)
  (with-gen* [this _] this)
  (describe* [_] (list 'even unit)))
(s/def ::halves (->Even 2))
(show (s/conform ::halves 8) (s/unform ::halves 4) (s/valid? (->Even 2) 3) (s/explain ::halves 3) (s/form ::halves)
      (s/conform (s/coll-of ::halves) [2 4]) (s/conform (s/cat :h ::halves) [6]) (s/explain (s/cat :h ::halves) [7])
      (s/describe (s/spec ::halves)) (satisfies? s/Spec (->Even 1)) (satisfies? s/Spec (s/spec int?)))

;; and, or, merge, tuple, nilable, multi-spec, nonconforming, int-in, inst-in, double-in.
(require '[clojure.spec.alpha :as s])

(defmacro show [& forms]
  `(do ~@(map (fn [form]
                `(try (prn ~form)
                      (catch Throwable t# (println (class t#) (ex-message t#)))))
              forms)))
(defn problems [spec x] (::s/problems (s/explain-data spec x)))

;; and
(s/def ::big-even (s/and int? even? #(> % 1000)))
(show (s/conform ::big-even 1002) (s/conform ::big-even 5) (s/explain ::big-even 5) (s/explain ::big-even 6)
      (s/explain ::big-even :x) (problems ::big-even 6) (s/form ::big-even) (s/describe ::big-even))
(show (s/conform (s/and) 3) (s/form (s/and)) (s/unform (s/and) 3)
      (s/conform (s/and (s/or :i int? :s string?) vector?) 3)
      (s/conform (s/and (s/or :i int? :s string?) #(= :i (key %))) 3)
      (s/conform (s/and (s/or :i int? :s string?) #(= :i (key %))) "x")
      (s/explain (s/and (s/or :i int? :s string?) #(= :i (key %))) "x")
      (s/unform (s/and (s/or :i int? :s string?) (s/conformer val #(vector :i %))) 7)
      (problems (s/and ::big-even ::big-even) 3)
      (s/conform (s/and (s/cat :a int?) (s/keys :req-un [::a])) [1]))

;; or
(s/def ::name-or-id (s/or :name string? :id int?))
(show (s/conform ::name-or-id "a") (s/conform ::name-or-id 1) (s/conform ::name-or-id :x) (class (s/conform ::name-or-id 1))
      (key (s/conform ::name-or-id 1)) (s/unform ::name-or-id [:id 3]) (s/explain ::name-or-id :x)
      (problems ::name-or-id :x) (s/form ::name-or-id) (s/unform ::name-or-id [:nope 3])
      (s/conform (s/or) 1) (s/explain-data (s/or) 1) (s/conform (s/or :a nil? :b any?) nil)
      (s/conform (s/or :a (s/or :b int? :c string?) :d keyword?) "x")
      (problems (s/or :a (s/or :b int? :c ::big-even) :d keyword?) "x")
      (s/unform (s/or :a (s/or :b int? :c string?) :d keyword?) [:a [:c "x"]])
      (problems (s/or :a ::name-or-id :b ::big-even) :x)
      (s/explain-data (s/or :a int?) 3))
(doseq [form '[(s/or :a) (s/or 1 int?) (s/alt :a) (s/cat :a) (s/cat 1 int?) (s/tuple)]]
  (try (eval form) (catch Throwable t (println (class (ex-cause t)) (ex-message (ex-cause t))))))

;; merge
(s/def ::a int?) (s/def ::b (s/or :s string? :k keyword?))
(s/def ::m (s/merge (s/keys :req [::a]) (s/keys :req [::b])))
(show (s/conform ::m {::a 1 ::b :x}) (s/conform ::m {::a 1}) (problems ::m {}) (s/explain ::m {::a "x"})
      (s/form ::m) (s/unform ::m {::a 1 ::b [:k :x]}) (s/conform (s/merge (s/keys :req-un [::a]) (s/map-of keyword? int?)) {:a 1 :c 2})
      (s/explain (s/merge (s/keys :req-un [::a]) (s/map-of keyword? int?)) {:a 1 :c "x"}) (s/conform (s/merge) {})
      (problems (s/merge (s/keys :req-un [::a]) (s/keys :opt-un [::b])) {:b 3})
      (s/conform (s/merge (s/keys :req-un [::a ::b]) (s/keys)) {:a 1 :b "x"})
      (s/conform (s/merge (s/keys) (s/keys :req-un [::a ::b])) {:a 1 :b "x"}))

;; tuple
(s/def ::point (s/tuple int? ::b))
(show (s/conform ::point [1 "x"]) (s/conform ::point [1]) (s/conform ::point '(1 "x")) (s/conform ::point [:q "x"])
      (problems ::point [1]) (problems ::point 3) (problems ::point '(1 :a)) (problems ::point [:q 3]) (s/explain ::point [:q 3])
      (s/form ::point) (s/unform ::point [1 [:s "x"]]) (s/unform ::point [1]) (s/explain ::point [1 2 3])
      (s/conform (s/tuple (s/tuple int? int?) any?) [[1 2] nil]) (problems (s/tuple (s/tuple int? int?) any?) [[1 :x] nil])
      (s/conform (s/tuple int?) (first {1 2})))

;; nilable
(show (s/conform (s/nilable int?) nil) (s/conform (s/nilable int?) 1) (s/conform (s/nilable ::b) :x) (s/conform (s/nilable int?) :x)
      (problems (s/nilable int?) :x) (problems (s/nilable ::big-even) 3) (s/explain (s/nilable ::b) 3) (s/form (s/nilable ::b))
      (s/unform (s/nilable ::b) [:k :x]) (s/unform (s/nilable ::b) nil) (problems (s/nilable (s/or :a int? :b string?)) :x)
      (s/conform (s/nilable (s/nilable int?)) nil))

;; multi-spec
(s/def ::kind keyword?) (s/def ::radius number?) (s/def ::side (s/and number? pos?))
(defmulti shape ::kind)
(defmethod shape :circle [_] (s/keys :req [::kind ::radius]))
(defmethod shape :square [_] (s/keys :req [::kind ::side]))
(defmethod shape :odd [_] #(contains? % :odd))
(s/def ::shape (s/multi-spec shape ::kind))
(show (s/conform ::shape {::kind :circle ::radius 3}) (s/conform ::shape {::kind :circle}) (s/conform ::shape {::kind :hexagon})
      (s/conform ::shape {}) (problems ::shape {::kind :circle}) (problems ::shape {::kind :hexagon}) (problems ::shape {})
      (problems ::shape {::kind :square ::side -1}) (problems ::shape {::kind :odd}) (s/explain ::shape {::kind :hexagon})
      (s/explain ::shape {::kind :square}) (s/form ::shape) (s/describe ::shape) (s/unform ::shape {::kind :circle ::radius 3})
      (s/unform ::shape {::kind :none}) (s/explain (s/coll-of ::shape) [{::kind :circle ::radius 1} {::kind :x} {::kind :circle ::radius "q"}])
      (problems ::shape 3))
(defmulti by-default identity)
(defmethod by-default :default [_] int?)
(show (s/conform (s/multi-spec by-default :k) 3) (problems (s/multi-spec by-default :k) "x"))

;; nonconforming
(show (s/conform (s/nonconforming ::b) :x) (s/conform (s/nonconforming ::b) 3) (problems (s/nonconforming ::b) 3)
      (s/form (s/nonconforming ::b)) (s/unform (s/nonconforming ::b) :x) (s/conform (s/coll-of (s/nonconforming ::b)) [:x "y"])
      (s/conform (s/nonconforming (s/cat :a int?)) [1]) (s/form (s/nonconforming int?)))

;; Ranges
(show (s/valid? (s/int-in 0 5) 0) (s/valid? (s/int-in 0 5) 5) (s/valid? (s/int-in 0 5) 2.0) (s/form (s/int-in 0 5))
      (s/explain (s/int-in 0 5) 7) (s/explain (s/int-in 0 5) :x) (s/describe (s/int-in 0 5))
      (s/int-in-range? 0 5 3) (s/int-in-range? 0 5 :x) (s/int-in-range? 0 5 3N))
(show (s/valid? (s/inst-in #inst "2020" #inst "2021") #inst "2020-05-05") (s/valid? (s/inst-in #inst "2020" #inst "2021") #inst "2021")
      (s/explain (s/inst-in #inst "2020" #inst "2021") #inst "2022") (s/explain (s/inst-in #inst "2020" #inst "2021") 3)
      (s/inst-in-range? #inst "2020" #inst "2021" #inst "2020") (s/form (s/inst-in #inst "2020" #inst "2021")))
(show (s/valid? (s/double-in :min 0.0 :max 1.0) 0.5) (s/valid? (s/double-in :min 0.0 :max 1.0) 1) (s/valid? (s/double-in) ##NaN)
      (s/valid? (s/double-in :NaN? false) ##NaN) (s/valid? (s/double-in :infinite? false) ##Inf)
      (s/explain (s/double-in :min 0.0 :max 1.0) 2.0) (s/explain (s/double-in :NaN? false :infinite? false) ##NaN)
      (s/explain (s/double-in :NaN? false :infinite? false) ##-Inf) (s/form (s/double-in :min 0.0 :max 1.0 :NaN? false :infinite? false))
      (s/form (s/double-in)))

;; Generators of specs and generated calls of functions: what holds of all values, not the values.
(require '[clojure.spec.alpha :as s] '[clojure.spec.gen.alpha :as gen] '[clojure.spec.test.alpha :as st]
         'clojure.test.check 'clojure.test.check.generators 'clojure.test.check.properties)

(defmacro show [& forms]
  `(do ~@(map (fn [form]
                `(try (prn ~form)
                      (catch Throwable t#
                        (println (class t#) (ex-message t#) (dissoc (ex-data t#) ::s/form ::s/spec ::st/caller :pred :gen)))))
              forms)))
(defn sound? [spec] (every? #(s/valid? spec (first %)) (s/exercise spec 30)))
(defn samples [spec] (gen/sample (s/gen spec) 50))

;; Predicates of clojure.core
(show (sort (for [[sym v] (ns-publics 'clojure.core) :when (and (fn? @v) (not (:macro (meta v))) (gen/gen-for-pred @v))] sym))
      (every? true? (for [[sym v] (ns-publics 'clojure.core) :when (and (fn? @v) (not (:macro (meta v))) (gen/gen-for-pred @v))]
                      (every? @v (gen/sample (gen/gen-for-pred @v) 20))))
      (gen/gen-for-pred identity) (every? #{1 2} (gen/sample (gen/gen-for-pred #{1 2}) 9)))

;; Every kind of spec
(s/def ::n (s/int-in 0 100)) (s/def ::s string?) (s/def ::either (s/or :n ::n :s ::s)) (s/def ::name (s/and string? seq))
(defmulti shape :kind) (s/def ::kind #{:a :b}) (s/def ::r pos-int?)
(defmethod shape :a [_] (s/keys :req-un [::kind ::r])) (defmethod shape :b [_] (s/keys :req-un [::kind]))
(show (map sound? [::n ::s ::either ::name (s/and int? even?) (s/nilable ::n) (s/tuple ::n ::s) (s/keys :req [::n ::s] :opt [::either])
                   (s/keys :req-un [::n (or ::s ::either)] :opt-un [::name]) (s/merge (s/keys :req [::n]) (s/keys :req [::s])) (s/coll-of ::n) (s/coll-of ::n :kind set?)
                   (s/coll-of ::n :into #{}) (s/coll-of ::n :count 3 :distinct true) (s/coll-of ::n :min-count 2 :max-count 4 :kind vector?) (s/coll-of ::n :kind list? :into ()) (s/every ::n) (s/map-of ::s ::n)
                   (s/every-kv ::s ::n :max-count 3) (s/multi-spec shape :kind) (s/nonconforming ::either) (s/double-in :min 0.0 :max 1.0 :NaN? false) (s/inst-in #inst "2020" #inst "2021")])
      (map sound? [(s/cat :a ::n :b ::s) (s/alt :a ::n :b ::s) (s/* ::n) (s/+ ::n) (s/? ::n) (s/& (s/* ::n) #(not= 3 (count %))) (s/keys* :req-un [::n] :opt-un [::s])
                   (s/cat :a (s/* ::n) :b (s/+ (s/cat :k keyword? :v (s/? ::s)))) (s/spec (s/* ::n)) (s/cat :a (s/spec (s/* ::n)) :b (s/alt :x ::n :y (s/* ::s)))]))
(show (every? vector? (samples (s/coll-of ::n :kind vector?))) (every? set? (samples (s/coll-of ::n :into #{}))) (every? #(<= 2 (count %) 4) (samples (s/coll-of ::n :min-count 2 :max-count 4)))
      (every? #(<= (count %) 3) (samples (s/coll-of ::n :gen-max 3))) (every? list? (samples (s/coll-of ::n :into ()))) (every? map? (samples (s/map-of ::s ::n))) (every? #(= 3 (count (set %))) (samples (s/coll-of ::n :count 3 :distinct true)))
      (every? #(contains? #{1 2} (count %)) (samples (s/keys :req-un [::n] :opt-un [::s]))) (set (map count (samples (s/keys :req-un [::n] :opt-un [::s])))) (set (map key (map second (s/exercise ::either 50)))) (set (map :kind (samples (s/multi-spec shape :kind))))
      (set (map #(set (keys %)) (gen/sample (s/gen (s/keys :req-un [(or ::n (and ::s ::r))])) 200))) (every? sequential? (samples (s/? ::n))) (set (map count (samples (s/? ::n)))))

;; Recursion ends
(s/def ::tree (s/or :leaf ::n :node (s/tuple ::tree ::tree))) (s/def ::child (s/keys :req-un [::n] :opt-un [::child]))
(defn depth [t] (if (vector? t) (inc (apply max (map depth t))) 0))
(show (sound? ::tree) (sound? ::child) (< (apply max (map depth (samples ::tree))) 12) (binding [s/*recursion-limit* 1] (< (apply max (map depth (samples ::tree))) 6)))

;; Given generators
(show (set (samples (s/spec int? :gen #(gen/return 7)))) (set (samples (s/with-gen ::n #(gen/elements [1 2])))) (set (samples (s/with-gen (s/* int?) #(gen/return [1])))) (set (gen/sample (s/gen ::n {::n #(gen/return 3)}) 9))
      (set (gen/sample (s/gen (s/cat :a ::n :b ::s) {[:a] #(gen/return 1) ::s #(gen/return "x")}) 9)) (set (gen/sample (s/gen (s/keys :req-un [::n]) {[:n] #(gen/return 1)}) 9)) (set (gen/sample (s/gen (s/or :a int? :b ::s) {[:a] #(gen/return 1) [:b] #(gen/return "b")}) 40))
      (set (map second (s/exercise ::either 40 {::n #(gen/return 1) ::s #(gen/return "s")}))) (set (samples (s/coll-of int? :gen #(gen/return [9])))) (set (samples (s/keys :req-un [::n] :gen #(gen/return {:n 5}))))
      (gen/sample (s/gen (s/with-gen ::n #(gen/return :bad))) 1))

;; None
(show (s/gen (s/cat :a identity)) (s/gen (s/tuple int? identity)) (s/gen (s/and identity int?)) (s/gen (s/coll-of identity)) (s/gen (s/map-of identity int?)) (s/gen (s/keys :req [::undefined])) (s/gen ::undefined) (gen/generate (s/gen (s/or :a identity)))
      (gen/generate (s/gen (s/and int? string?))) (gen/gen-for-name 'clojure.test.check.generators/nothing) (gen/gen-for-name 'clojure.test.check.generators/vector) (every? int? (gen/sample (gen/gen-for-name 'clojure.test.check.generators/small-integer))))

;; The functions of clojure.spec.gen.alpha
(show (every? vector? (gen/sample (gen/vector (gen/int) 2))) (every? #(= 2 (count %)) (gen/sample (gen/vector (gen/int) 2))) (gen/generate (gen/fmap inc (gen/return 1))) (gen/generate (gen/bind (gen/return 2) #(gen/tuple (gen/return %)))) (gen/generate (gen/cat (gen/return [1]) (gen/return [2 3])))
      (gen/generate (gen/delay (gen/return :later))) (gen/generate (gen/hash-map :a (gen/return 1))) (every? string? (gen/sample (gen/string-alphanumeric))) (every? #(<= 1 % 3) (gen/sample (gen/choose 1 3))) (gen/generate (gen/one-of [(gen/return 1)])) (sort (gen/generate (gen/shuffle [3 1 2])))
      (:pass? (gen/quick-check 20 (gen/for-all* [(gen/int)] int?))) (:result (gen/quick-check 20 (gen/for-all* [(gen/int)] (constantly false)))))

;; Functions
(defn add [a b] (+' a b)) (s/fdef add :args (s/cat :a int? :b int?) :ret integer?)
(defn bad [x] (str x)) (s/fdef bad :args (s/cat :x int?) :ret int?)
(defn five [x] 5) (s/fdef five :args (s/cat :x #{3}) :ret int? :fn #(= (-> % :args :x) (:ret %)))
(defn thrower [x] (throw (ex-info "boo" {:x x}))) (s/fdef thrower :args (s/cat :x #{1}))
(defn caller [x] (add x "s")) (s/fdef caller :args (s/cat :x #{1}))
(defn no-gen [x] x) (s/fdef no-gen :args (s/cat :x identity))
(defn failure [sym] (let [{:keys [failure]} (first (st/check sym))] [(class failure) (ex-message failure) (dissoc (ex-data failure) ::s/spec ::st/caller)]))
(st/instrument `add)
(show (map #(dissoc % :spec :clojure.spec.test.check/ret) (st/check `add)) (map (comp (juxt :result :num-tests :pass?) :clojure.spec.test.check/ret) (st/check `add {:clojure.spec.test.check/opts {:num-tests 10}})) (failure `bad) (failure `five) (failure `thrower) (failure `caller) (failure `no-gen)
      (st/summarize-results (st/check `add)) (keys (st/abbrev-result (first (st/check `bad)))) (:spec (st/abbrev-result (first (st/check `bad)))) (add 1 "x") (every? (fn [[args ret]] (= ret (apply +' args))) (s/exercise-fn `add)) (count (s/exercise-fn `add 3)) (s/exercise-fn 'unknown)
      (s/exercise-fn (fn [x] x) 2 (s/fspec :args (s/cat :x #{1}))) (dissoc (st/check-fn (fn [x] x) (s/fspec :args (s/cat :x int?) :ret int?)) :spec :clojure.spec.test.check/ret) (-> (st/check-fn (fn [x] (str x)) (s/fspec :args (s/cat :x int?) :ret int?)) :failure ex-data ::s/problems)
      (set (map :sym (st/check [`add `five `missing]))))

;; Functions as values
(show (= inc (s/conform (s/fspec :args (s/cat :x (s/int-in 0 9)) :ret int?) inc)) (s/conform (s/fspec :args (s/cat :x int?) :ret string?) inc) (::s/problems (s/explain-data (s/fspec :args (s/cat :x #{5}) :ret string?) inc)) (::s/problems (s/explain-data (s/fspec :args (s/cat :x #{5}) :ret int? :fn #(= (:ret %) 0)) inc))
      (::s/problems (s/explain-data (s/cat :f (s/fspec :args (s/cat :x #{5}) :ret int?)) [(fn [x] (throw (Exception. "no")))])) ((gen/generate (s/gen (s/fspec :args (s/cat :x string?) :ret #{7}))) "a") ((gen/generate (s/gen (s/fspec :args (s/cat :x string?) :ret #{7}))) 3)
      (s/valid? (s/fspec :args (s/cat :x int?) :ret int?) (fn [x] x)))

;; Stubs
(show (st/instrument `bad {:stub #{`bad}}) (int? (bad 3)) (bad "x") (st/unstrument `bad) (bad 3) (st/instrument `bad {:stub #{`bad} :gen {::unused #(gen/return 1)}}) (st/unstrument))
(shutdown-agents)

;; keys: required and optional, qualified or not, joined by or and and.
(require '[clojure.spec.alpha :as s])
(set! *print-namespace-maps* false)

(defmacro show [& forms]
  `(do ~@(map (fn [form]
                `(try (prn ~form)
                      (catch Throwable t# (println (class t#) (ex-message t#)))))
              forms)))
(defn problems [spec x] (::s/problems (s/explain-data spec x)))

(s/def ::first string?) (s/def ::last string?) (s/def ::age (s/and int? #(<= 0 % 150)))
(s/def ::email (s/and string? #(re-matches #".+@.+" %))) (s/def ::phone (s/or :number int? :text string?))
(s/def ::person (s/keys :req [::first ::last] :opt [::age]))
(s/def ::person-un (s/keys :req-un [::first ::last] :opt-un [::age ::phone]))
(s/def ::contact (s/keys :req [::first (or ::email (and ::phone ::age))]))

(show (s/conform ::person {::first "A" ::last "B"}) (s/conform ::person {::first "A"}) (s/conform ::person 3)
      (s/conform ::person {::first "A" ::last "B" ::age 3 :other 1 ::unknown 2}) (s/conform ::person {::first "A" ::last "B" ::age -3})
      (s/conform ::person {::first "A" ::last "B" ::email "nope"}) (s/conform ::person {::first "A" ::last "B" ::phone 3}))
(show (problems ::person {::first "A"}) (problems ::person {}) (problems ::person 3) (problems ::person nil) (problems ::person [])
      (problems ::person {::first 1 ::last 2}) (problems ::person {::first 1}) (problems ::person {::first "A" ::last "B" ::age 200})
      (problems ::person {::first "A" ::last "B" ::email "x"}) (s/explain ::person {::first 1}) (s/explain ::person {:first "A"}))
(show (s/conform ::person-un {:first "A" :last "B" :phone 3}) (s/conform ::person-un {:first "A"}) (problems ::person-un {:first "A"})
      (problems ::person-un {:first "A" :last 3 :age "x"}) (s/conform ::person-un {:first "A" :last "B" :extra 1})
      (s/conform ::person-un {:first "A" :last "B" ::age "x"}) (problems ::person-un {:first "A" :last "B" ::age "x"})
      (s/unform ::person-un {:first "A" :last "B" :phone [:number 3]}) (s/explain ::person-un {:first "A" :last "B" :phone :x}))
(show (s/valid? ::contact {::first "A" ::email "a@b"}) (s/valid? ::contact {::first "A" ::phone 1 ::age 3}) (s/valid? ::contact {::first "A" ::phone 1})
      (problems ::contact {::first "A" ::phone 1}) (s/explain ::contact {}) (s/form ::contact) (s/describe ::contact))
(show (s/form ::person) (s/form ::person-un) (s/form (s/keys)) (s/form (s/keys :req [] :opt-un [])) (s/conform (s/keys) {:a 1 ::age -1})
      (s/conform (s/keys) {:a 1}) (s/conform (s/keys :req [::undefined]) {::undefined 1}) (problems (s/keys :req [::undefined]) {})
      (s/valid? (s/keys :req-un [(or ::first ::last)]) {:last "x"}) (problems (s/keys :req-un [(or ::first ::last)]) {})
      (problems (s/keys :req-un [(and ::first (or ::last ::age))]) {:last "x"}))

;; Other maps
(defrecord Rec [first last])
(show (s/valid? ::person-un (->Rec "a" "b")) (s/conform ::person-un (->Rec "a" "b")) (problems ::person-un (->Rec "a" 3))
      (s/conform ::person-un (sorted-map :first "A" :last "B" :phone 3)) (s/conform ::person-un {:first "A" :last "B" "s" 1 3 4 nil 5 'sym 6}))

;; Nested
(s/def ::people (s/coll-of ::person-un :kind vector?))
(s/def ::company (s/keys :req-un [::people ::contact]))
(show (problems ::company {:people [{:first "A" :last "B"} {:first 1 :last "B"}] :contact {::first "A"}})
      (s/explain ::company {:people [{:first "A" :last "B"} {:first 1 :last "B"}] :contact {::first "A"}})
      (s/explain ::company {:people '({:first "A" :last "B"})})
      (s/conform ::company {:people [{:first "A" :last "B" :phone "1"}] :contact {::first "A" ::email "a@b"}})
      (s/unform ::company (s/conform ::company {:people [{:first "A" :last "B" :phone "1"}] :contact {::first "A" ::email "a@b"}})))

;; Names of names as specs of keys
(s/def ::years ::age)
(show (problems (s/keys :req [::years]) {::years -1}) (problems (s/keys :req-un [::years]) {:years -1}) (s/conform (s/keys :req-un [::years]) {:years 1}))
(doseq [form '[(s/keys :req [:a]) (s/keys :opt-un [:b])]]
  (try (eval form) (catch Throwable t (println (class (ex-cause t)) (first (re-seq #"[^\n]*" (ex-message (ex-cause t))))))))

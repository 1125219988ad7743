;; An order, a query, markup, events and an instrumented function, described by specs.
(ns shop.core
  (:require [clojure.spec.alpha :as s] [clojure.spec.test.alpha :as stest] [clojure.string :as str] [clojure.set :as set] [clojure.walk :as walk]))
;; domain
(s/def :order/id uuid?)
(s/def :order/quantity (s/and integer? pos? #(<= % 99)))
(s/def :product/sku (s/and string? #(re-matches #"[A-Z]{3}-\d{4}" %)))
(s/def :product/price (s/and decimal? pos?))
(s/def :order/line (s/keys :req [:product/sku :order/quantity] :opt [:product/price]))
(s/def :order/lines (s/coll-of :order/line :min-count 1 :into []))
(s/def :customer/email (s/with-gen (s/and string? #(str/includes? % "@")) (fn [] nil)))
(s/def :order/customer (s/keys :req-un [:customer/email] :opt-un [:customer/name]))
(s/def :customer/name (s/nilable string?))
(s/def :order/status (s/or :simple #{:new :paid :shipped} :failed (s/tuple #{:failed} string?)))
(s/def :shop/order (s/keys :req [:order/id :order/lines :order/customer] :opt [:order/status]))
(def order {:order/id #uuid "00000000-0000-0000-0000-000000000001" :order/lines [{:product/sku "ABC-1234" :order/quantity 3}] :order/customer {:email "a@b"} :order/status [:failed "card"]})
(prn (s/valid? :shop/order order))
(prn (s/conform :shop/order order))
(prn (= order (s/unform :shop/order (s/conform :shop/order order))))
(defn human [problems]
  (for [{:keys [path pred val via in reason]} problems]
    (str (str/join "." (map #(if (keyword? %) (name %) %) in)) ": " (or reason (pr-str (s/abbrev pred))) " <- " (pr-str val))))
(doseq [bad [(assoc order :order/lines []) (assoc-in order [:order/lines 0 :order/quantity] 0) (assoc-in order [:order/lines 0 :product/sku] "abc") (dissoc order :order/id) (assoc order :order/status [:failed 3]) (assoc-in order [:order/customer :email] "x") (assoc-in order [:order/customer :name] 3) {} [] nil "order"]]
  (doseq [line (human (::s/problems (s/explain-data :shop/order bad)))] (println "  " line))
  (s/explain :shop/order bad))
;; coercion
(def ->int (s/conformer #(cond (int? %) % (string? %) (try (Long/parseLong %) (catch NumberFormatException _ ::s/invalid)) :else ::s/invalid) str))
(s/def :q/page (s/and ->int pos?)) (s/def :q/sort (s/and (s/conformer keyword name) #{:asc :desc}))
(s/def :q/tags (s/and (s/conformer #(if (string? %) (str/split % #",") %) #(str/join "," %)) (s/coll-of (s/and string? seq))))
(s/def :q/params (s/keys :req-un [:q/page] :opt-un [:q/sort :q/tags]))
(doseq [q [{:page "3" :sort "asc" :tags "a,b"} {:page "x"} {:page "0"} {:page 1 :sort "up"} {:page 1 :tags ","}]]
  (prn (s/conform :q/params q)) (print (s/explain-str :q/params q)))
(prn (s/unform :q/params (s/conform :q/params {:page "3" :sort "asc" :tags "a,b"})))
;; hiccup-like grammar
(s/def :h/attrs (s/map-of keyword? (s/or :s string? :n number? :b boolean?)))
(s/def :h/node (s/or :text string? :num number? :nil nil? :element :h/element :many (s/and seq? (s/coll-of :h/node))))
(s/def :h/element (s/and vector? (s/cat :tag keyword? :attrs (s/? :h/attrs) :children (s/* :h/node))))
(defn render [[kind x]]
  (case kind :text x :num (str x) :nil "" :many (apply str (map render x))
    :element (let [{:keys [tag attrs children]} x] (str "<" (name tag) (apply str (for [[k [_ v]] (sort-by key attrs)] (str " " (name k) "=\"" v "\""))) ">" (apply str (map render children)) "</" (name tag) ">"))))
(println (render (s/conform :h/node [:div {:id "x" :n 3} "hello" [:b {} 1 nil] (list [:i "a"] "b")])))
(prn (s/unform :h/node (s/conform :h/node [:div {:id "x" :n 3} "hello" [:b 1 nil] (list [:i "a"] "b")])))
(print (s/explain-str :h/node [:div {:id :x} [:b :c]]))
(print (s/explain-str :h/node {:a 1}))
;; event sourcing with multi-spec on vectors
(defmulti event first)
(s/def :ev/event (s/multi-spec event (fn [v tag] (assoc v 0 tag))))
(defmethod event :deposit [_] (s/cat :type keyword? :amount pos-int?))
(defmethod event :transfer [_] (s/cat :type keyword? :from keyword? :to keyword? :amount pos-int?))
(doseq [e [[:deposit 3] [:deposit] [:transfer :a :b 0] [:nope] [:transfer :a]]]
  (prn (s/conform :ev/event e)) (print (s/explain-str :ev/event e)))
;; API with instrumentation
(defn transfer [accounts {:keys [from to amount]}] (-> accounts (update from - amount) (update to + amount)))
(s/def ::accounts (s/map-of keyword? int?)) (s/def ::from keyword?) (s/def ::to keyword?) (s/def ::amount pos-int?)
(s/fdef transfer :args (s/and (s/cat :accounts ::accounts :order (s/keys :req-un [::from ::to ::amount])) #(contains? (:accounts %) (-> % :order :from))) :ret ::accounts)
(stest/instrument `transfer)
(prn (transfer {:a 10 :b 0} {:from :a :to :b :amount 3}))
(doseq [args [[{:a 1} {:from :x :to :a :amount 1}] [{:a "1"} {:from :a :to :b :amount 0}] [{} nil] [{:a 1}]]]
  (try (apply transfer args) (catch clojure.lang.ExceptionInfo e (println (ex-message e)) (s/explain-out (ex-data e)) (prn (::s/failure (ex-data e)) (::s/args (ex-data e))))))
(prn (sort (filter #(and (keyword? %) (= "order" (namespace %))) (keys (s/registry)))))
;; walking spec forms
(defn deps [k] (set (filter qualified-keyword? (tree-seq coll? seq (s/form k)))))
(prn (sort (deps :shop/order)))

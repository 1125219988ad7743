(ns libraries.truss
  (:require [taoensso.truss :as t :refer [have have! have? have!?]]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(defn msg [e] (first (clojure.string/split-lines (ex-message e))))
(show (have string? "a") (have [:or nil? string?] nil) (have [:and int? pos?] 5) (have int? :in [1 2 3]) (have? odd? 1) (have [:el #{1 2}] 1) (have [:ks>= #{:a}] {:a 1 :b 2}) (have [:ks= #{:a}] {:a 1}) (have nil? nil) (have :a) (try (have string? 1) (catch Throwable e (class e))) (try (have [:ks= #{:a}] {:b 1}) (catch Throwable e (class e))) (try (have! neg? 1 :data {:x 1}) (catch Throwable e (:arg (ex-data e)))) (t/with-dynamic-assertion-data {:u 1} (t/get-dynamic-assertion-data)) (have pos? 1 2) (have!? string? "s"))

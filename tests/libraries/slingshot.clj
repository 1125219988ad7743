(ns libraries.slingshot
  (:require [slingshot.slingshot :as s :refer [try+ throw+ get-throw-context get-thrown-object]] [slingshot.test]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(defrecord Oops [code])
(defn attempt [f]
  (try+ (f)
    (catch [:type ::a] {:keys [v]} [:map v])
    (catch Oops e [:record (:code e)])
    (catch number? n [:number n])
    (catch (and (string? %) (< (count %) 5)) x [:short x])
    (catch Exception e [:exception (class e) (ex-message e)])
    (catch Object _ [:object (:object &throw-context)])
    (else :none)
    (finally (print "f "))))
(show (attempt #(throw+ {:type ::a :v 1})) (attempt #(throw+ (->Oops 7))) (attempt #(throw+ 42)) (attempt #(throw+ "abc")) (attempt #(throw+ "longer")) (attempt #(throw (RuntimeException. "r"))) (attempt #(do 1)) (attempt #(throw+ :kw))
      (try+ (throw+ {:a 1} "msg %s" 5) (catch [:a 1] _ (:message &throw-context))) (try+ (throw+ {:a 1}) (catch [:a 2] _ :no)) (try+ (try+ (throw+ 1) (catch Long x (throw+ (inc x)))) (catch Long y [y (class (:cause &throw-context))]))
      (try (throw+ {:x 1}) (catch Exception e [(class e) (ex-message e) (ex-data e)])) (get-thrown-object (try (throw+ {:q 1}) (catch Exception e e))) (keys (get-throw-context (try (throw+ :z) (catch Exception e e)))) (try+ (throw+ nil) (catch nil? x [:nil x])) (try+ (/ 1 0) (catch ArithmeticException e (ex-message e)))
      (try+ (try+ (throw+ :inner) (catch keyword? k (throw+))) (catch keyword? k [:again k])) (try+ (throw+ {:type :b}) (catch #(= :b (:type %)) e e)) (try+ (throw+ (ex-info "e" {:d 1})) (catch [:d 1] {:keys [d]} d)) (try+ (throw+ [1 2]) (catch vector? [a b] (+ a b))))

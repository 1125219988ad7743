(ns libraries.potemkin
  (:require [potemkin :as p :refer [import-vars def-map-type defrecord+ defprotocol+ definterface+ deftype+ reify+ def-abstract-type unify-gensyms condp-case try* fast-memoize doit doary]] [clojure.string] [clojure.set]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(import-vars [clojure.string upper-case blank?] [clojure.set union] [clojure.core when-not])
(def-map-type LazyMap [m mta]
  (get [_ k default-value]
    (if (contains? m k) (let [v (get m k)] (if (instance? clojure.lang.Delay v) @v v)) default-value))
  (assoc [_ k v] (LazyMap. (assoc m k v) mta))
  (dissoc [_ k] (LazyMap. (dissoc m k) mta))
  (keys [_] (keys m))
  (meta [_] mta)
  (with-meta [_ mta] (LazyMap. m mta)))
(defprotocol+ Area (area [s]) (scale [s k]))
(defrecord+ Square [w] Area (area [_] (* w w)) (scale [_ k] (Square. (* w k))))
(deftype+ Circle [r] Area (area [_] (* 3 r r)) (scale [_ k] (Circle. (* r k))))
(defmacro twice [x] (unify-gensyms `(let [v## ~x] (+ v## v##))))
(def calls (atom 0))
(def memo (fast-memoize (fn [x] (swap! calls inc) (* x 2))))
(def lm (LazyMap. {:a 1 :b (delay 2)} nil))
(show (upper-case "abc") (blank? " ") (union #{1} #{2}) (when-not false 1) (:doc (meta #'upper-case)) (:arglists (meta #'union)) (:macro (meta #'when-not))
      (:a lm) (:b lm) (get lm :c 9) (sort (keys lm)) (into {} (assoc lm :z 5)) (dissoc lm :a) (count lm) (map? lm) (= {:a 1 :b 2} lm) (= lm {:a 1 :b 2}) (contains? lm :a) (seq (dissoc lm :b)) (reduce-kv (fn [s k v] (+ s v)) 0 lm) (meta (with-meta lm {:q 1})) (lm :a) (merge lm {:a 7}) (select-keys lm [:b]) (vals (dissoc lm :a)) (hash lm) (find lm :a) (empty lm)
      (area (->Square 3)) (area (scale (->Circle 1) 2)) (area (reify+ Area (area [_] 1) (scale [s _] s))) (twice (do (swap! calls inc) 4)) (memo 1) (memo 1) @calls (condp-case = 2 (1 2) :low 3 :mid :other) (try* (/ 1 0) (catch ArithmeticException e :div) (catch Throwable t :other)) (let [a (atom 0)] (doit [x [1 2 3]] (swap! a + x)) @a) (p/equivalent? '(a b) '(a b)))

(ns libraries.test-generative
  (:require [clojure.test.generative :refer [defspec]] [clojure.test.generative.runner :as runner] [clojure.data.generators :as gen]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(defspec adds-up + [^long a ^long b] (assert (= % (+ b a))))
(defspec reversed reverse [^{:tag (vec int)} v] (assert (= v (reverse %))))
(defspec keeps-keys identity [^{:tag (hash-map keyword int)} m] (assert (every? keyword? (keys %))))
(show (class adds-up) (sort (keys (meta #'adds-up))) (count (:clojure.test.generative/arg-fns (meta #'adds-up))) (adds-up 1 2) (reversed [1 2 3]) (try (eval '(do (require 'clojure.test.generative) (clojure.test.generative/defspec bad + [a] 1))) (catch Throwable e (ex-message (or (ex-cause e) e)))))
(show (map (juxt (comp str :name) (comp fn? :test) (comp fn? :input-gen)) (runner/get-tests #'adds-up)))
(binding [gen/*rnd* (java.util.Random. 42)]
  (show (gen/int) (gen/vec gen/boolean 5) (apply reversed ((first (:clojure.test.generative/arg-fns (meta #'reversed))) ) nil)))
(shutdown-agents)

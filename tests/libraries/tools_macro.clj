(ns libraries.tools-macro
  (:require [clojure.tools.macro :as m]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(defmacro helper [x] `(* ~x 10))
(m/defsymbolmacro answer 42)
(defmacro defthing [name & body] (let [[name body] (m/name-with-attributes name body)] `(def ~name [~@body])))
(defthing thing "Doc." {:extra 1} 1 2)
(show (m/macrolet [(foo [form] `(+ ~form ~form))] (foo 3)) (m/symbol-macrolet [x 5 y (+ x 1)] (* x y)) (m/symbol-macrolet [x 5] (let [x 1] x)) (m/with-symbol-macros (inc answer)) thing (:doc (meta #'thing)) (:extra (meta #'thing))
      (m/mexpand-1 '(libraries.tools-macro/helper 2)) (m/mexpand '(when a b)) (m/mexpand-all '(when a (when-not b c))) (m/mexpand-all '(let [a 1] (-> a inc))) (m/mexpand-all '(fn [x] (cond x 1 :else 2))))

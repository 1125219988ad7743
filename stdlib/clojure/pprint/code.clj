;; Forms as code: code-dispatch.
;;
;; A form is printed by the function in *code-table* for its operator; a step of such a
;; function is a value to print after a blank and a place for a newline. Where *print-length* is reached, a
;; run of steps ends: each step, as write-out, returns whether it is.

(in-ns 'clojure.pprint)

(defn- step [kind x]
  (print " ")
  (layout/newline-place kind)
  (write-out x))

(defn- steps [kind xs]
  (some (fn [x] (step kind x)) xs))

(defn- first-and-steps
  "The first value, then the others as steps."
  [kind [x & more]]
  (or (write-out x) (steps kind more)))

(defn- print-form
  "Prints a list as a block indented by one more than its parenthesis."
  [body]
  (layout/block "(" nil ")" body))

(defn- write-head
  "The operator, a place for a newline, and what write-name writes; where *print-length* is reached by the operator, only that."
  [head write-name]
  (when-not (write-out head)
    (print " ")
    (layout/indent :block 1)
    (layout/newline-place :miser)
    (write-name)))

(defn- pprint-simple-code-list [items]
  (print-form (fn []
                (layout/indent :block 1)
                (write-all items " " :linear))))

(defn- print-pairs
  "Prints the items in pairs, a pair on a line."
  [items]
  (print-length-loop [more (seq items)]
    (when more
      (layout/block nil nil nil
        (fn []
          (write-out (first more))
          (when (next more)
            (step :miser (second more)))))
      (when (nnext more)
        (print " ")
        (layout/newline-place :linear)
        (recur (nnext more))))))

(defn- pprint-binding-form [bindings]
  (layout/block "[" nil "]" (fn [] (print-pairs bindings))))

(defn- pprint-hold-first
  "The operator and the first argument on one line."
  [[head & args :as items]]
  (print-form (fn []
                (or (write-out head)
                    (when args
                      (or (step :miser (first args))
                          (steps :linear (next args))))))))

(defn- pprint-if [[head & args :as items]]
  (print-form (fn []
                (layout/indent :block 1)
                (or (write-out head)
                    (when args
                      (or (step :miser (first args))
                          (steps :linear (next args))))))))

(defn- pprint-defn [[head name & more :as items]]
  (if-not (next items)
    (pprint-simple-code-list items)
    (let [[doc more] (if (string? (first more)) [(first more) (next more)] [nil more])
          [attributes more] (if (map? (first more)) [(first more) (next more)] [nil more])]
      (print-form (fn []
                    (write-head head (fn [] (write-out name)))
                    (doseq [x [doc attributes] :when x]
                      (step :linear x))
                    (when more
                      (or (step (if (or doc attributes (not (vector? (first more)))) :linear :miser)
                                (first more))
                          (steps :linear (next more)))))))))

(defn- pprint-let [[head bindings & body :as items]]
  (if-not (vector? bindings)
    (pprint-simple-code-list items)
    (print-form (fn []
                  (write-head head (constantly nil))
                  (pprint-binding-form bindings)
                  (print " ")
                  (layout/newline-place :linear)
                  (when (seq body)
                    (first-and-steps :linear body))))))

(defn- pprint-cond [[head & clauses]]
  (print-form (fn []
                (layout/indent :block 1)
                (write-out head)
                (when clauses
                  (print " ")
                  (layout/newline-place :linear)
                  (print-pairs clauses)))))

(defn- pprint-condp [[head pred expr & clauses :as items]]
  (if-not (> (count items) 3)
    (pprint-simple-code-list items)
    (print-form (fn []
                  (layout/indent :block 1)
                  (when-not (or (write-out head) (step :miser pred) (step :miser expr))
                    (print " ")
                    (layout/newline-place :linear))
                  (print-pairs clauses)))))

(defn- pprint-anon-func [[head params body :as items]]
  (if-not (vector? params)
    (pprint-simple-code-list items)
    (binding [*argument-names* (if (= 1 (count params))
                                 {(first params) "%"}
                                 (into {} (map-indexed (fn [i p] [p (str "%" (inc i))])) params))]
      (print-items "#(" ")" " " :linear body))))

(defn- brackets [x]
  (if (vector? x) ["[" "]"] ["(" ")"]))

(defn- write-filled [items]
  (when (seq items)
    (first-and-steps :fill items)))

(defn- print-libspec [libspec]
  (let [[open close] (brackets libspec)]
    (layout/block open nil close
      (fn []
        (if (and (= 3 (count libspec)) (keyword? (second libspec)))
          (let [[lib option value] libspec]
            (write-out lib)
            (print " ")
            (write-out option)
            (print " ")
            (if (sequential? value)
              (let [[open close] (brackets value)]
                (layout/block open nil close (fn [] (write-filled value))))
              (write-out value)))
          (do
            (write-out (first libspec))
            (print " ")
            (layout/indent :current 0)
            (write-filled (next libspec))))))))

(defn- print-ns-reference [reference]
  (if-not (sequential? reference)
    (write-out reference)
    (let [[open close] (brackets reference)]
      (layout/block open nil close
        (fn []
          (write-out (first reference))
          (layout/indent :current 0)
          (loop [args (next reference)]
            (when args
              (print " ")
              (if (sequential? (first args))
                (print-libspec (first args))
                (write-out (first args)))
              (when (next args)
                (layout/newline-place (if (sequential? (first args)) :linear :fill)))
              (recur (next args)))))))))

(defn- pprint-ns [[head name & more :as items]]
  (if-not (next items)
    (write-out items)
    (let [[doc more] (if (string? (first more)) [(first more) (next more)] [nil more])
          [attributes references] (if (map? (first more)) [(first more) (next more)] [nil more])
          line-end (fn [more?] (when more? (layout/newline-place :mandatory)))]
      (print-form (fn []
                    (write-head head (fn [] (write-out name)))
                    (line-end (or doc attributes references))
                    (when doc
                      (print (str "\"" doc "\""))
                      (line-end (or attributes references)))
                    (when attributes
                      (write-out attributes)
                      (line-end references))
                    (loop [references references]
                      (when references
                        (print-ns-reference (first references))
                        (when (next references)
                          (layout/newline-place :linear)
                          (recur (next references))))))))))

(def ^{:dynamic true :private true :doc "What prints a form, by its operator."} *code-table*
  (let [table {pprint-hold-first '[def defonce . .. -> locking struct struct-map]
               pprint-defn '[defn defn- defmacro fn]
               pprint-let '[let loop binding with-local-vars with-open when-let if-let doseq
                                     dotimes when-first]
               pprint-if '[if if-not when when-not]
               pprint-cond '[cond]
               pprint-condp '[condp]
               pprint-anon-func '[fn*]
               pprint-ns '[ns]}]
    (into {}
          (for [[f names] table, n names, sym [n (symbol "clojure.core" (name n))]]
            [sym f]))))

(defn- pprint-code-list [items]
  (or (pprint-reader-macro items)
      ((get *code-table* (first items) pprint-simple-code-list) items)))

(defn- pprint-code-symbol [sym]
  (if-let [argument (get *argument-names* sym)]
    (print argument)
    (pprint-simple-default sym)))

(defmulti code-dispatch
  "Prints code: forms with a body have it indented by two."
  {:added "1.2" :arglists '[[object]]}
  class)

(defmethod code-dispatch clojure.lang.ISeq [x] (pprint-code-list x))
(defmethod code-dispatch clojure.lang.Symbol [x] (pprint-code-symbol x))
(doseq [t [clojure.lang.IPersistentVector clojure.lang.IPersistentMap clojure.lang.IPersistentSet
           clojure.lang.PersistentQueue clojure.lang.IDeref clojure.lang.Var nil :default]]
  (.addMethod code-dispatch t (get-method simple-dispatch t)))

(prefer-method code-dispatch clojure.lang.ISeq clojure.lang.IPersistentVector)
(prefer-method code-dispatch clojure.lang.Var clojure.lang.IDeref)

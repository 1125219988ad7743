;; Evaluates forms for tests/oracle/fuzz: one form per line of standard input, one line of result per form.
;;
;; A result is the EDN string of what the form printed, its value with its class or kinds, or the class and
;; the message of what it threw. The definitions below are what the generated forms may use.
(ns fuzz
  (:require [clojure.string :as str] [clojure.set :as set] [clojure.walk :as walk] [clojure.edn :as edn]
            [clojure.math :as math] [clojure.core.reducers :as r] [clojure.data :as data] [clojure.zip :as zip] [clojure.pprint :as pp]
            [clojure.spec.alpha :as s] [clojure.test :as t] [clojure.template :as template] [clojure.stacktrace :as stacktrace]
            [clojure.datafy :as datafy] [clojure.core.protocols :as protocols] [clojure.instant :as instant] [clojure.java.io :as io])
  (:import (java.io StringWriter)))

(defprotocol Shape
  (area [shape])
  (scale [shape k] [shape k l]))

(defrecord Circle [r]
  Shape
  (area [_] (* r r))
  (scale [_ k] (->Circle (* k r)))
  (scale [_ k l] (->Circle (* k l r))))

(defrecord Rect [w h]
  Shape
  (area [_] (* w h))
  (scale [this k] (assoc this :w (* k w))))

(deftype Box [v]
  clojure.lang.IDeref
  (deref [_] v)
  clojure.lang.IFn
  (invoke [_ x] [v x])
  Object
  (toString [_] (str "Box<" v ">"))
  (equals [_ other] (and (instance? Box other) (= v (.-v ^Box other))))
  (hashCode [_] 7))

(extend-protocol Shape
  nil
  (area [_] :nothing)
  String
  (area [s] (count s))
  clojure.lang.IPersistentVector
  (area [v] (reduce + v))
  Number
  (area [n] n))

(defmulti describe (fn [x & more] (if (map? x) (:kind x) (class x))))
(defmethod describe :default [x & more] [:default (count more)])
(defmethod describe Number [x & more] [:number x more])
(defmethod describe clojure.lang.Sequential [x & more] [:sequential (count x)])
(defmethod describe :a [x & more] (dissoc x :kind))
(defmethod describe nil [x & more] [:none])

(def hierarchy (-> (make-hierarchy) (derive :a :b) (derive :b :c) (derive :d :c)))
(defmulti kind-of identity :hierarchy #'hierarchy)
(defmethod kind-of :b [_] :is-b)
(defmethod kind-of :c [_] :is-c)

(defmacro twice [form] `(do ~form ~form))
(defmacro swapped [[operator & operands]] `(~operator ~@(reverse operands)))
(defn variadic ([] 0) ([a] [a]) ([a b & more] [a b more]))
(defn options [a & {:keys [b c] :or {c 3} :as all}] [a b c all])
(defn nine [a b c d e f g h i] [a b c d e f g h i])
(def ^:dynamic *level* 0)
(defn level [] *level*)

(s/def ::a int?)
(s/def ::b (s/nilable string?))
(s/def ::pair (s/keys :req-un [::a] :opt-un [::b]))
(s/def ::tree (s/or :leaf int? :node (s/coll-of ::tree :kind vector?)))
(s/def ::call (s/cat :fn symbol? :args (s/* any?)))

(defmulti kinded :kind)
(defmethod kinded :a [_] (s/keys :req-un [::a]))
(defmethod kinded :b [_] (s/map-of keyword? any?))

(defn reported
  "What clojure.test reports while the function runs, without places, and with the classes of errors."
  [f]
  (let [reports (atom [])]
    (binding [t/report (fn [m] (swap! reports conj (update (dissoc m :file :line) :actual #(if (instance? Throwable %) (class %) %))))]
      (f))
    @reports))

(defn untraced
  "A throwable as a map, without where it was made."
  [e]
  (update (dissoc (Throwable->map e) :trace) :via (fn [causes] (mapv (fn [cause] (dissoc cause :at)) causes))))

(defn plain?
  "Whether the value's hash depends on nothing but the value."
  [value]
  (if (coll? value)
    (every? plain? value)
    (or (nil? value) (number? value) (char? value) (keyword? value) (boolean? value)
        (and (string? value) (not (re-find #"@[0-9a-f]|0x|cannot be cast|java[.]lang|[$]fn" value)))
        (and (symbol? value) (not (re-find #"__\d" (str value)))))))

(defn described
  "A value's class where it is part of the language, else the kinds of collection that it is."
  [value]
  (cond
    (nil? value) nil
    (or (number? value) (string? value) (char? value) (keyword? value) (symbol? value) (boolean? value))
    (if (and (string? value) (re-find #"@[0-9a-f]|0x|cannot be cast|java[.]lang|[$]fn" value))
      ["java.lang.String"]
      [(.getName (class value)) (hash value)])
    (coll? value)
    (concat (for [[name is?] [["vector" vector?] ["map" map?] ["set" set?] ["seq" seq?] ["list" list?]
                              ["sorted" sorted?] ["counted" counted?] ["reversible" reversible?] ["record" record?]]
                  :when (is? value)]
              name)
            (when (meta value) [(meta value)])
            (when (and (counted? value) (plain? value)) [(hash value)]))))

(defn refused?
  "Whether the compiler refused the form for a member that its classes do not have."
  [e]
  (and (instance? clojure.lang.Compiler$CompilerException e) (.getCause ^Throwable e)
       (re-find #"^(?:No matching|More than one matching)" (str (.getMessage (.getCause ^Throwable e))))))

(defn thrown [^Throwable e]
  (let [cause (if (instance? clojure.lang.Compiler$CompilerException e) (or (.getCause e) e) e)]
    (str (if (refused? e) "!c " "! ") (.getName (class cause)) ": " (.getMessage cause)
         (when (ex-data cause) (str " " (dissoc (ex-data cause) :clojure.error/source))))))

(def own-names
  "The names of this namespace, before the first form."
  (delay (set (keys (ns-interns 'fuzz)))))

(defn answer [text]
  (let [out (StringWriter.)
        result (try
                 (binding [*out* out *print-length* 40 *print-level* 10 *ns* (the-ns 'fuzz)]
                   (let [value (eval (read-string text))]
                     (str (pr-str value) " : " (pr-str (described value)))))
                 (catch Throwable e (try (thrown e) (catch Throwable e (str "!! " (class e))))))]
    ;; What the form defined must not be there for the next one.
    (when (re-find #"\((?:def|declare|intern)" text)
      (doseq [name (concat (remove @own-names (keys (ns-interns 'fuzz)))
                           (filter (fn [name] (re-matches #"v\d+" (str name))) (keys (ns-imports 'fuzz))))]
        (ns-unmap 'fuzz name)
        (when (contains? (ns-publics 'clojure.core) name)
          (binding [*ns* (the-ns 'fuzz)] (refer 'clojure.core :only [name])))))
    (if (= "" (str out)) result (str result " printed " (pr-str (str out))))))

(defn -main []
  @own-names
  (dotimes [_ 110000] (gensym)) ; generated names are as wide on both sides, for pprint's layouts
  (loop []
    (when-let [line (read-line)]
      (println (pr-str (answer (edn/read-string line))))
      (flush)
      (recur))))

(-main)

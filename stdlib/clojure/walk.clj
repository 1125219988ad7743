;; clojure.walk: transforming nested data.

(ns clojure.walk
  "Walks over nested collections, keeping their types.")

(defn walk
  "The form with inner applied to each of its elements, and outer applied to the result. Anything
  that is not a collection goes to outer as it is. Lists and seqs lose their metadata."
  {:added "1.1"}
  [inner outer form]
  (cond
    (list? form) (outer (apply list (map inner form)))
    (instance? clojure.lang.IMapEntry form) (outer (clojure.lang.MapEntry/create (inner (key form)) (inner (val form))))
    (seq? form) (outer (doall (map inner form)))
    (record? form) (outer (reduce (fn [r x] (conj r (inner x))) form form))
    (coll? form) (outer (into (empty form) (map inner) form))
    :else (outer form)))

(defn postwalk
  "The form with f applied to everything in it, children before the collections that hold them."
  {:added "1.1"}
  [f form]
  (walk (fn [x] (postwalk f x)) f form))

(defn prewalk
  "The form with f applied to everything in it, collections before their (new) children."
  {:added "1.1"}
  [f form]
  (walk (fn [x] (prewalk f x)) identity (f form)))

(defn- show [x]
  (print "Walked: ")
  (prn x)
  x)

(defn postwalk-demo
  "Prints each form as postwalk comes to it."
  {:added "1.1"}
  [form]
  (postwalk show form))

(defn prewalk-demo
  "Prints each form as prewalk comes to it."
  {:added "1.1"}
  [form]
  (prewalk show form))

(defn- rekey
  "m, wherever it is nested, with its keys changed by f when pred holds for them."
  [pred f m]
  (postwalk (fn [x]
              (if (map? x)
                (into {} (map (fn [[k v]] (if (pred k) [(f k) v] [k v]))) x)
                x))
            m))

(defn keywordize-keys
  "The data with keywords in place of the string keys of all maps in it."
  {:added "1.1"}
  [m]
  (rekey string? keyword m))

(defn stringify-keys
  "The data with strings in place of the keyword keys of all maps in it."
  {:added "1.1"}
  [m]
  (rekey keyword? name m))

(defn prewalk-replace
  "The form with everything that is a key of smap replaced by its value; replacements are walked
  too."
  {:added "1.1"}
  [smap form]
  (prewalk (fn [x] (if (contains? smap x) (smap x) x)) form))

(defn postwalk-replace
  "The form with everything that is a key of smap replaced by its value; replacements are not
  walked."
  {:added "1.1"}
  [smap form]
  (postwalk (fn [x] (if (contains? smap x) (smap x) x)) form))

(defn macroexpand-all
  "The form with all macro calls in it expanded, however deep; quoted lists are expanded too."
  {:added "1.1"}
  [form]
  (prewalk (fn [x] (if (seq? x) (macroexpand x) x)) form))

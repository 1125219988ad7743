;; A method of a call's result that is nil: of a class that the call is hinted with, or that the function's var names.
(require '[clojure.java.io :as io])
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(defn ^String named [] nil)
(defn ^{:tag 'String} quoted [x] nil)
(def ^String held (fn [] nil))
(defn by-arity (^String [] nil) (^java.util.Date [x] nil) ([x y & more] nil))
(defn ^String wrong [] 5)
(defn ^java.util.List listed [] (java.util.ArrayList. [1 2]))
(defprotocol Named (^String name-of [x]))
(extend-protocol Named nil (name-of [_] nil))
(show (.length (named)) (.length (quoted 1)) (.length (held)) (.length (by-arity)) (.getTime (by-arity 1)) (.anything (by-arity 1 2 3))
  (.length (wrong)) (.size (listed)) (.length (name-of nil)) (.getFile (io/resource "nope")) (.getName (io/file nil))
  (.length ^String (identity nil)) (.getTime ^java.util.Date (first [])) (.length ^String (:a {})) (.get ^java.util.Map ((fn [& xs] nil) 1 2 3) 1)
  (let [s (named)] (.length s)) (let [s (named) t s] (.length t)) (let [d (by-arity 1)] (.getTime d)) (let [s (wrong)] (.length s)))

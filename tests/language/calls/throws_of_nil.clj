; A throw of nil says where the nil came from, as a call of nil does.
(ns calls.throws-of-nil)

(defmacro show [& forms]
  `(do ~@(map (fn [form] `(println '~form "=>" (try ~form (catch NullPointerException e# (ex-message e#))))) forms)))
(defn nothing [] nil)
(defn thrown [x] (throw x))
(defn closed-over [an-x] (fn [] (throw an-x)))
(def root nil)
(def ^:dynamic *dynamic* nil)
(deftype Holder [the-value] clojure.lang.IDeref (deref [_] (throw the-value)))
(show (throw nil) (throw (nothing)) (throw (println 1)) (thrown nil) ((closed-over nil)) (throw root) (throw *dynamic*)
      (let [x nil] (throw x)) (throw (:a {})) (throw (first [])) (throw ({} 1)) (throw (get {} 1)) (throw (if false 1))
      (throw (do (nothing) nil)) (throw (try (nothing))) (throw (or nil (nothing))) (throw @(atom nil)) @(Holder. nil))
(println (try (throw (ex-info "made" {})) (catch Exception e (ex-message e)))
         (try (throw "no throwable") (catch ClassCastException e (subs (ex-message e) 0 50))))

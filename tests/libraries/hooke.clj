(ns libraries.hooke
  (:require [robert.hooke :as h :refer [add-hook remove-hook clear-hooks prepend append with-scope with-hooks-disabled]]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(defn base [x] [:base x])
(defn twice [f x] [:twice (f x)])
(defn upper [f x] (f (inc x)))
(def log (atom []))
(show (base 1) (do (add-hook #'base #'twice) (base 1)) (do (add-hook #'base :up upper) (base 1)) (with-hooks-disabled base (base 1)) (do (remove-hook #'base :up) (base 1)) (do (add-hook #'base #'twice) (base 2)) (do (clear-hooks #'base) (base 3)) (with-scope (add-hook #'base #'twice) (base 4)) (base 4) (do (prepend base (swap! log conj :before)) (append base (swap! log conj :after)) (base 5)) @log)

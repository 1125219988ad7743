;; What defmacro says of definitions that are none: the phase, what is named, and the message of the cause.
(defmacro show [& forms]
  `(do ~@(map (fn [form]
                `(prn (try (eval '~form)
                           (catch clojure.lang.Compiler$CompilerException e#
                             [(:clojure.error/phase (ex-data e#)) (:clojure.error/symbol (ex-data e#)) (ex-message (ex-cause e#))])
                           (catch Throwable e# (class e#)))))
              forms)))
(show (defmacro m1 ([a] 1 2) [a 1]) (defmacro m2 ([a] 1 2) ["a" 1]) (defmacro m3 ([a] 1 2) 3) (defmacro m4 (1 2)) (defmacro m5)
      (defmacro m6 "doc") (defmacro 1 [x] x) (defmacro m7 x) (defmacro m8 (x) 1) (defmacro m9 [x & y z]) (defn f1) (defn- f2 (1)))
(show (do (defmacro n1 {:a 1} ([x] x)) (n1 2)) (do (defmacro n2 "doc" {:a 1} [x] [x 1]) (n2 2)) (do (defmacro n3 ([x] x) ([x y] y) {:b 2}) [(n3 1) (n3 1 2)])
      (do (defmacro n4 [x] [1 2]) (n4 1)))
;; The value's faults come before that of the place.
(show (let [a 1] (set! a nope)) (fn [x] (set! x (nope))) (set! (.-x nope) 1))
;; A type's name in a method of its own, which is mapped behind it.
(show (do (defrecord Early [a] Object (toString [this] (Early [this] 1))) 1) (do (deftype Later [] Object (toString [this] (pr-str Later))) (str (->Later))))

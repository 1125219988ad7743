; What is said of methods that are no methods, in reify, deftype, extend-type and extend-protocol.
(ns types.malformed-methods)

(defprotocol P (f [x] [x y]))
(defmacro show [& forms]
  `(do ~@(map (fn [form]
                `(println '~form "=>"
                          (try (eval '~form)
                               (catch Throwable e# [(:clojure.error/phase (ex-data e#)) (class (or (ex-cause e#) e#)) (ex-message (or (ex-cause e#) e#))]))))
              forms)))
(show (reify Object (1 [this] 2)) (reify Object ("name" [this] 2)) (reify Comparable 1) (reify 1) (reify Object (f "a"))
      (reify P (g (f [_] 1))) (reify P (f [])) (reify P (f)) (reify P (f {}))
      (deftype A [] 1) (deftype A [] P (f (x) 1)) (proxy [NoSuchClass] []))
(show (extend-type String P (f [] 1)) (extend-type String P (f 1)) (extend-type String P (f [:a] 1))
      (extend-type String P (f ([\a] 1))) (extend-type String P (f "doc" [x] 1)) (extend-type String P (f ([x] 1) ([] 2)))
      (extend-protocol P String (f [1] 1)) (extend-type String P (f [[a]] a)))
(extend-type String P (f ([[a b]] [a b]) ([s {:keys [k]}] [s k])))
(extend-protocol P nil (f [_] :nil) Long (f ([n] (inc n)) ([n m] (+ n m))))
(println (f "xyz") (f "s" {:k 1}) (f nil) (f 1) (f 1 2))
; A class as a function is refused when its macro is looked for, before there is an operator to name.
(println (map (fn [form] (try (eval form) (catch Throwable e [(:clojure.error/symbol (ex-data e)) (ex-message (ex-cause e))])))
              '[(let [x 1] (Exception "x" x)) (do (try 1 (Exception catch e 2))) (fn [] (String))]))

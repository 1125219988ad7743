; What the compiler says of forms that are wrong, and of which fault it says it where there are several.

(defn refusal [form]
  (try (eval form)
       :accepted
       (catch Throwable e
         (let [cause (or (ex-cause e) e)]
           [(.getSimpleName (class cause)) (ex-message cause)]))))

(defmacro each [& forms] `(do ~@(for [form forms] `(println (pr-str '~form) "=>" (pr-str (refusal '~form))))))

; try: in the order of its forms, the body before the first clause.
(each (try nope (catch)) (try 1 (catch)) (try 1 (catch "a" e 1)) (try 1 (catch nil e 1)) (try 1 (catch "java.lang.Exception" e 1))
      (try 1 (catch Exception)) (try 1 (catch Exception 1)) (try 1 (catch Exception (a))) (try 1 (catch Exception a/b))
      (try 1 (catch Exception) 2) (try 1 (catch Exception e nope) 2) (try 1 (catch Exception e) 2) (try nope (catch Exception e) 2)
      (try nope (finally 1) 2) (try 1 (finally nope) 2) (try 1 (finally 1) (catch Exception e)) (try 1 (catch :default e a) 2)
      (try (catch Exception e 1)) (try) (try (finally)) (try 1 (catch Exception e) (finally nope)))
; Names as class files spell them.
(each (.foo-bar "a") (.-foo-bar "a") (.foo-bar (identity "a") 1) (.-foo? (identity "a")) (.foo? (identity "a") 1 2)
      (. (identity "a") foo-bar) (. Math FOO) (Math/foo-bar)
      (let [foo-bar 1] (set! foo-bar 2)) (fn [foo?] (set! foo? 2))
      (reify Object (foo-bar [_] 1)) (deftype T [] Object (foo? [_ a] 1)) (defrecord R [] Comparable (foo-bar [_] 1)))
; Forms in messages are as Java joins them.
(each (let* [nil 1] 1) (loop* [nil 1] 1) (let* [1 1] 1) (let* ["a" 1] 1) (letfn [(nil [] 1)] 1) (letfn [() 1] 1)
      (new "a") (new nil) (new 1) (new :a) (new foo))
; defmacro looks at its methods before defn does, with the parameters that every macro has.
(each (defmacro m) (defmacro m a) (defmacro m 1) (defmacro m "a") (defmacro m ([x] x) 1) (defmacro m (1 2)) (defmacro m ())
      (defmacro m ([x] x) {:a 1}) (defmacro m "a" {} [x] x) (defmacro 1 [x] x) (defmacro m ([x] x) ([x y] y)))
(defmacro shown "doc" {:a 1} ([x] x) ([x & more] more) {:b 2})
(prn ((juxt :arglists :doc :a :b :macro) (meta #'shown)))
(defmacro empty-one ())
(prn ((juxt :arglists :macro) (meta #'empty-one)) (empty-one))
(prn (try (eval '(defmacro m [1] 2)) (catch Throwable e (:clojure.spec.alpha/args (ex-data (ex-cause e))))))
; A dispatch function has to be one.
(each (defmulti multi 1) (defmulti multi "a") (do (defmulti multi :k) 1) (clojure.lang.MultiFn. "a" 1 :default #'clojure.core/global-hierarchy))
(each (with-precision 3 :rounding FOO 1) (with-precision 3 :rounding nil 1) (with-precision 3 :rounding))
; case: the branches in the order of the switch, which the constants' numbers make, then the default.
(each (case 1 inc [v1] {} x.) (case 1 Math/abs [v1] .x String.) (case 1 (1 2) (zz) 3 (yy) :d) (case 1 3 b1 -1 a1 c1)
      (case 1 nil a1 0 b1 5 c1 d1) (case 1 5 a1 0 b1 c c1) (case :k (:a :b) (f1) (:k) (f2) 7) (case 1N 1 a1 2147483648 b1)
      (case 1 100000 a1 -5 b1 7N c1) (case 1 1000000007 a1 1 b1 99999 c1) (case 1 "b" a1 \a b1 x c1 :k d1 1.5 e1)
      (case 1 1 a1 2 b1 3 c1 4 d1 5 e1 6 f1 7 g1 8 h1 0 i1 -1 j1) (case 1 [] a1 #{} b1 "" c1 0 d1 -1 e1 0.0 f1)
      (case 1 1 1 (2 3) 4 (2 7) 8) (case 1 (:a :b) (f1) (c :d) (f2) [] (f3)))
(prn (for [x [1 2 12 "a" 'b nil :k]] (case x (1 12) [:ab] "a" (str 5) (b nil) (str x 1) [7])))
; A protocol's method is compiled as a call of its interface's.
(doseq [form '[(do (defprotocol P (f1 [.x])) 1) (do (defprotocol P (f1 [a] [a b] [a.b c d])) 1)]]
  (println form "=>" (clojure.string/replace (refusal form) #"__\d+" "__")))
; The function of a clause for a class that is never thrown is not loaded.
(doseq [form '[(try 1 (catch java.util.Date e 2)) (try 1 (catch Comparable e 2)) (try 1 (catch Object e 2)) (fn [] (try 1 (catch Long e 2)))
               (try 1 (catch clojure.lang.IExceptionInfo e 2)) (try 1 (catch Throwable e 2)) (try 1 (catch String e nope))]]
  (println form "=>" (try (eval form) (catch Throwable e (class (or (ex-cause e) e))))))

;; That a class cannot be caught is told when all else of the form is right.
(doseq [form '[(try "a" (catch String e 1) (catch {:a 1} e 2)) (try "a" (catch String e 1) (finally nope)) (try "a" (catch String e 1))]]
  (println (try (eval form) (catch Throwable e (class (or (.getCause e) e))))))

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

;; Functions inside methods are named after the type, not after the method.
(ns inner.names)

(defmacro show [& expressions]
  `(do ~@(for [e expressions]
           `(println '~e "=>" (try ~e (catch Throwable t# (clojure.string/replace (str (.getMessage t#)) #"\d+" "N")))))))

(defn of-reify [] (reify Object (toString [_] ((fn [a] a)))))
(defrecord Pair [x] Object (toString [_] ((fn inner-one [a] a))))
(deftype Callable-Thing [x]
  clojure.lang.IFn
  (invoke [_] ((fn [a] a)))
  (invoke [_ f] (let [local (fn [b] b)] (local))))
(defprotocol Doubled (doubled [this]))
(extend-type String Doubled (doubled [_] ((fn [a] a))))
(extend-protocol Doubled Long (doubled [_] (letfn [(step [n m] n)] (step 1))))

(show
 (str (of-reify))
 (str (->Pair 1))
 ((->Callable-Thing 1))
 ((->Callable-Thing 1) 2)
 (doubled "a")
 (doubled 1)
 ((fn outer [] ((reify clojure.lang.IFn (invoke [_] ((fn deep [a] a))))))))

(println (macroexpand-1 '(if-let [a b] c)))
(println (map (fn [form] (clojure.string/replace (pr-str (macroexpand-1 form)) #"\d+" "N"))
              '[(if-let [a b] c d) (when-let [a b] c) (if-some [a b] c d) (when-some [a b] c) (condp = a b)]))

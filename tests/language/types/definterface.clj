;; Interfaces of the program: methods that hints tell apart, and what is refused.
(ns types.definterface)
(defmacro show [& forms]
  `(do ~@(for [f forms]
           `(println '~f (try (pr-str ~f) (catch Throwable t# (str (.getSimpleName (class t#)) ": " (ex-message t#))))))))
(defn refusal [form]
  (try (eval form) :taken (catch Throwable t (let [cause (or (ex-cause t) t)] (str (.getSimpleName (class cause)) ": " (ex-message cause))))))

(defprotocol Shape (area [s]) (scaled [s by]) (^String label [s]))
(definterface Hinted (hinted [^int i]) (hinted [^String s]) (^long size [^String a ^long b]) (plain [a]) (none []) (dashed_name [x]))
(definterface Kinds
  (of [^String s]) (of [^CharSequence s]) (of [^Object o]) (of [^double d]) (of [^java.util.Map m]))

(let [r (reify Hinted
          (hinted [_ ^int i] (inc i))
          (hinted [_ ^String s] (str s s))
          (plain [_ x] [x])
          (size [_ a b] (+ b (count a)))
          (dashed-name [_ x] [:dashed x]))]
  (show (.hinted r 1) (.hinted r "xo") (.hinted r nil) (.hinted ^Hinted r "a") (.plain r 1) (.size r "abc" 4) (.dashed_name r 1)
        (map (memfn hinted x) [r r] [1 "z"])
        (try (.hinted r :a) (catch IllegalArgumentException e (boolean (re-find #"^No matching method hinted found taking 1 args" (ex-message e)))))
        (try (.size r "abc") (catch IllegalArgumentException e (boolean (re-find #"^No matching method size found taking 1 args" (ex-message e)))))
        (try (.none r) (catch AbstractMethodError e :abstract))))

(deftype Both [f ^:unsynchronized-mutable n]
  Hinted
  (hinted [this ^int i] (set! n (+ n i)) (if (< n 10) (recur i) [f n i]))
  (hinted [that ^String s] (if (< (count s) 4) (recur (str s s)) (.hinted that (count s)))))
(show (.hinted (Both. :f 0) 4) (.hinted (Both. :f 0) "ab"))
(defrecord Pair [f]
  Hinted
  (hinted [_ ^int i] (+ i f))
  (hinted [_ ^String s] (str f s)))
(show (.hinted (->Pair 5) 1) (.hinted (->Pair 5) "a") (:f (->Pair 5)))

(let [k (reify Kinds
          (of [_ ^Object o] [:object o]) (of [_ ^CharSequence s] [:chars (str s)]) (of [_ ^String s] [:string s])
          (of [_ ^double d] [:double d]) (of [_ ^java.util.Map m] [:map m]))]
  (show (.of k "a") (.of k (StringBuilder. "b")) (.of k :kw) (.of k 1.5) (.of k {1 2})))

(println (sort (distinct (map #(.getName %) (.getMethods types.definterface.Hinted)))))
(doseq [form '[(reify Hinted (hinted [_ o]))
               (reify Hinted (hinted [_ ^Long o]))
               (reify Hinted (foo [_]))
               (reify Hinted (plain [_]))
               (reify Hinted (plain [_ ^String x] 1))
               (reify Hinted (plain [_ ^Object x] 1))
               (reify Hinted (^long size [_ a b] 1))
               (reify Hinted (^int size [_ ^String a ^long b] 1))
               (reify Hinted (size [_ ^String a ^long b] 1))
               (reify Hinted (^long size [_ ^String a ^long b] 1))
               (deftype X [] Hinted (foo [_]))
               (deftype D [f] Hinted (^int hinted [_ ^int i] i) (hinted [_ ^String s] s))
               (reify Shape (^String area [_] "a"))
               (reify Shape (^Object area [_] "a"))
               (reify Shape (scaled [_ ^String x] "a"))
               (reify Shape (scaled [_ ^long x] "a"))
               (reify Shape (scaled [^String _ x] "a"))
               (reify Shape (scaled [_ ^String [x]] "a"))
               (reify Shape (area ^String [_] "a"))
               (reify Shape (^String label [_] "a"))
               (reify Shape (nope [_]))
               (reify Shape Hinted (nope [_]))
               (reify Object (^String toString [_] "a"))
               (reify Object (^Object toString [_] "a"))
               (reify Object (equals [_ ^String x] false))
               (reify Object (^boolean equals [_ x] false))
               (reify Object (getClass [_] false))
               (deftype D [] Shape (scaled [_ & x] x))
               (definterface Wrong (a-b [x]))]]
  (binding [*ns* (the-ns 'types.definterface)] (println form (refusal form))))

;; A method that an older definition of the protocol had.
(defprotocol Changing (old-one [x]))
(def kept old-one)
(defprotocol Changing (new-one [x]))
(println (refusal '(types.definterface/old-one (reify types.definterface/Changing (new-one [x] 1)))))
(println (new-one (reify Changing (new-one [_] :new))))

;; Names as the host spells them.
(defprotocol Dashed (is-it? [x]) (with-more [x y]))
(let [d (reify Dashed (is-it? [_] :yes) (with-more [_ y] [:more y]))]
  (show (.is_it_QMARK_ d) (.with_more d 1) (.with-more d 2) (map (memfn with_more y) [d] [3])))
(deftype Spelled [a-b] Dashed (is-it? [_] a-b))
(show (.is_it_QMARK_ (Spelled. 1)) (.a_b (Spelled. 1)))
(definterface Starred (get_STAR_ [x]))
(show (.get_STAR_ (reify Starred (get* [_ x] [x])) 1) (try (.get_STAR_ (reify Starred) 1) (catch AbstractMethodError e :abstract)))

;; One method with several results.
(defprotocol Named (toString [x]) (id [x]))
(definterface Text (^String text []))
(definterface AnyText (^Object text []))
(println (str (reify Named (toString [_] "named"))) (id (reify Named (id [_] 1))) (.text (reify Text (text [_] "t") AnyText)))

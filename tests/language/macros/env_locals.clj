;; What a macro sees of the locals around it: &env is a map of symbols to LocalBindings.
(defmacro env-of [] (vec (sort (map (fn [[k v]] [(str k) (str (.sym v)) (str (.tag v)) (class v) (= k (.sym v))]) &env))))
(let [x 1 ^String y "a"] (prn (env-of)))
(defmacro hinted [s] (let [lb (get &env s)] [(.hasJavaClass lb) (when (.hasJavaClass lb) (.getName (.getJavaClass lb)))]))
(prn ((fn [^String s o] [(hinted s) (hinted o)]) "a" 2))
(defmacro in-scope? [s] (contains? &env s))
(prn (let [a 1] [(in-scope? a) (in-scope? b)]) (in-scope? a))
(defmacro all-locals [] (into {} (map (fn [k] [(keyword k) k])) (keys &env)))
(prn (let [a 1 [b & c] [2 3]] (select-keys (all-locals) [:a :b :c])))
;; A local without a hint has the class of the primitive that its value is.
(defmacro class-of-local [s] (let [lb (get &env s)] [(.hasJavaClass lb) (when (.hasJavaClass lb) (.getName (.getJavaClass lb)))]))
(defn one ^long [x] 1)
(prn (let [a 1 b 1.5 c (one 1) d (inc 1) e (int 1) f (double 2) ^String g "a" h (identity 1) i (+ a b)]
       [(class-of-local a) (class-of-local b) (class-of-local c) (class-of-local d) (class-of-local e) (class-of-local f)
        (class-of-local g) (class-of-local h) (class-of-local i)]))
(prn (loop [i 0 d 1.0] [(class-of-local i) (class-of-local d)]) ((fn [^long x y] [(class-of-local x) (class-of-local y)]) 1 2))

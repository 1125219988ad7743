;; What a macro sees of the locals around it: &env is a map of symbols to LocalBindings.
(defmacro env-of [] (vec (sort (map (fn [[k v]] [(str k) (str (.sym v)) (str (.tag v)) (class v) (= k (.sym v))]) &env))))
(let [x 1 ^String y "a"] (prn (env-of)))
(defmacro hinted [s] (let [lb (get &env s)] [(.hasJavaClass lb) (when (.hasJavaClass lb) (.getName (.getJavaClass lb)))]))
(prn ((fn [^String s o] [(hinted s) (hinted o)]) "a" 2))
(defmacro in-scope? [s] (contains? &env s))
(prn (let [a 1] [(in-scope? a) (in-scope? b)]) (in-scope? a))
(defmacro all-locals [] (into {} (map (fn [k] [(keyword k) k])) (keys &env)))
(prn (let [a 1 [b & c] [2 3]] (select-keys (all-locals) [:a :b :c])))

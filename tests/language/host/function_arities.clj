; The numbers of arguments that a function takes, by reflection: what functions named arity do.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(prn (try ~form (catch Throwable t# [(class t#) (clojure.string/replace (str (.getMessage t#)) #"__\d+" "")]))))))

(defn none [])
(defn two [a b])
(defn several ([]) ([a]) ([a b c]))
(defn variadic [a b & more])
(defn both ([a]) ([a b & more]))
(defn keywords [& {:keys [a]}])

(defn methods-named [label f]
  (sort (map #(alength (.getParameterTypes %)) (filter #(= label (.getName %)) (.getDeclaredMethods (class f))))))

(defn arity
  "The least number of arguments."
  [f]
  (if (instance? clojure.lang.RestFn f)
    (apply min (.getRequiredArity ^clojure.lang.RestFn f) (methods-named "invoke" f))
    (apply min (methods-named "invoke" f))))

(show
 (map #(methods-named "invoke" %) [none two several variadic both keywords])
 (map #(methods-named "doInvoke" %) [none two several variadic both keywords])
 (map #(methods-named "invokeStatic" %) [none two several variadic both keywords])
 (map arity [none two several variadic both keywords])
 (map #(.getRequiredArity %) [variadic both keywords])
 (.getRequiredArity two)
 (.getRequiredArity (with-meta two {:a 1}))
 (-> two class .getDeclaredMethods first .getParameterTypes alength)
 (map #(methods-named "invoke" %) [inc map assoc str conj])
 (map #(.getRequiredArity %) [+ str assoc conj list*])
 (arity #(+ %1 %2))
 (arity #(apply + %1 %&))
 (let [x 1] (methods-named "invokeStatic" (fn [y] (+ x y))))
 (let [x 1] (methods-named "invoke" (fn [y] (+ x y))))
 (.doInvoke variadic 1 2 nil)
 (.doInvoke (fn [a & more] [a more]) 1 '(2 3))
 (.invoke (first (filter #(= "invoke" (.getName %)) (.getDeclaredMethods (class two)))) two (to-array [1 2])))

; The arrays that a vector's elements lie in.
(let [v (vec (range 70))]
  (show
   (map #(vec (.arrayFor v %)) [0 33 69])
   (class (.arrayFor v 64))
   (.arrayFor v 70)
   (.arrayFor v -1)
   (vec (.arrayFor [1 2] 1))))

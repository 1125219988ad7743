;; Classes themselves in code, not their names: what macros and code walkers put into their expansions.
(println (eval (list '. Math 'abs -5)) (eval (list '. Math (list 'abs -5))) (eval (list '.. Math (list 'abs -3) 'toString)))
(println (eval (list '. Math 'PI)) (eval (list '. Math '-PI)) (eval (list '. Long 'MAX_VALUE)))
(println (eval (list 'new String "x")) (eval (list 'instance? String "s"))
         (eval (list 'try '(/ 1 0) (list 'catch ArithmeticException 'e :caught))))
(defmacro larger [x] (list '. Math 'max x 2))
(println (larger 1) (let [a 3] (larger a)) (map (fn [x] (larger x)) [1 2 3]))
(println ((eval (list 'fn '[x] (list '. Integer 'parseInt 'x))) "12"))
(defrecord R [a])
(println (eval (list '. R 'create {:a 1})) (eval (list '. R 'getBasis)))
;; .member calls a method of the class object
(println (eval (list '.getName String)) (eval (list '. (list 'identity Math) 'getSimpleName)))
(println (macroexpand-1 (list '.getName String)) (macroexpand-1 (list '.foo 'String 1)))
(println (eval (list 'let* ['x String] (list '. 'x 'getName))))

;; What &env says of locals that are hinted with the names of arrays of primitives
(defmacro env []
  (list 'quote (into (sorted-map) (map (fn [[k b]] [k (when (.hasJavaClass b) (str (.getJavaClass b)))])) &env)))
(println (let [^longs a nil ^objects b nil ^"[D" c nil ^bytes d nil ^booleans e nil ^chars f nil ^ints g nil ^shorts h nil
               ^floats i nil ^doubles j nil]
           (into (sorted-map) (env))))
(println (into (sorted-map) ((fn [^long x ^doubles y] (env)) 1 nil)))

;; A sorted map that a macro quotes is no sorted one in the program
(defmacro squares [n] (list 'quote (into (sorted-map) (map (fn [i] [i (* i i)])) (range n))))
(println (squares 4) (class (squares 4)) (class (squares 20)) (sorted? (first [(squares 1)])) (list 1 (squares 0)))
(defmacro nested [] `'[1 {:a ~(sorted-map :z 1 :b (sorted-map 2 3))}])
(println (nested) (map class (vals (second (nested)))))

;; Methods of variable arity have one parameter for all further arguments
(defn- variadic [cls label]
  (set (for [m (.getMethods cls) :when (and (= label (.getName m)) (.isVarArgs m))] (count (.getParameterTypes m)))))
(println (variadic java.util.Arrays "asList") (variadic java.util.Collections "addAll") (contains? (variadic String "format") 2))
(println (seq (.invoke (first (filter #(= "asList" (.getName %)) (.getMethods java.util.Arrays))) nil (object-array [(object-array [1 2])]))))

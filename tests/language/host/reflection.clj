;; java.lang.reflect, clojure.lang.Reflector and clojure.reflect: what is there by names and numbers of
;; arguments. Types of parameters and results are not asked for: docs/differences.md.
(require '[clojure.reflect :as r])
(defrecord P [x y])
(deftype T [a ^:unsynchronized-mutable b] Runnable (run [_] (set! b 1)))
(prn (:bases (r/reflect Object)) (:bases (r/reflect String)) (:bases (r/reflect Runnable)))
(prn (:flags (r/reflect Object)) (:flags (r/reflect Runnable)))
(prn (keys (r/reflect String)) (keys (r/type-reflect 'java.lang.String :ancestors true)))
(prn (:ancestors (r/type-reflect 'java.lang.Long :ancestors true)))
(defn members [c label] (sort-by (comp count :parameter-types) (filter #(= label (:name %)) (:members (r/reflect c)))))
(prn (map (juxt class :declaring-class :flags #(count (:parameter-types %))) (members String 'length)))
(prn (map (juxt class :declaring-class :flags) (members Long 'MAX_VALUE)))
(prn (map (juxt class :name :declaring-class :flags :exception-types) (members Object 'java.lang.Object)))
(prn (map (juxt class :type :declaring-class :flags) (members P 'x)))
(prn (first (members P 'user.P)))
(prn (r/typename String) (r/typename (quote foo)) (r/typename (class (into-array String []))))
(prn (class (r/->JavaReflector nil)) (first r/flag-descriptors))
(prn (:members (r/type-reflect Runnable :reflector (reify r/Reflector (do-reflect [_ t] {:bases nil :flags #{} :members [t]})))))

(defn method [c label n] (first (filter #(and (= label (.getName %)) (= n (.getParameterCount %))) (.getMethods c))))
(let [length (method String "length" 0) value-of (method Boolean "parseBoolean" 1)]
  (prn (class length) (.getDeclaringClass length) (.getModifiers length) (.getModifiers value-of) (.isVarArgs length))
  (prn (.invoke length "abc" (object-array 0)) (.invoke value-of nil (object-array ["true"]))))
(prn (try (.invoke (method String "charAt" 1) "abc" (object-array [(int 7)]))
          (catch java.lang.reflect.InvocationTargetException e [(.getMessage e) (class (.getTargetException e)) (class (ex-cause e))])))
(prn (.getName (.getMethod String "length" (make-array Class 0))) (.getName (.getMethod String "concat" (into-array Class [String]))))
(prn (try (.getMethod String "lengthy" (make-array Class 0)) (catch NoSuchMethodException e (ex-message e)))
     (try (.getField String "lengthy") (catch NoSuchFieldException e (ex-message e))))
(let [new-p (first (filter #(= 2 (.getParameterCount %)) (.getConstructors P)))]
  (prn (.getName new-p) (map #(.getName %) (.getParameterTypes new-p)) (.newInstance new-p (object-array [1 2]))))
(prn (filter #{"x" "y"} (sort (map #(.getName %) (.getFields P)))) (.get (.getField P "x") (->P 5 6)) (.getModifiers (.getField P "y")))
(prn (contains? (set (map #(.getName %) (.getMethods T))) "run"))
(import 'java.lang.reflect.Modifier)
(prn (Modifier/isStatic 9) (Modifier/isPublic 9) (Modifier/isFinal 9) (Modifier/isAbstract 1025) (Modifier/toString 25) Modifier/STATIC)
(import 'clojure.lang.Reflector)
(prn (Reflector/invokeInstanceMethod "abc" "length" (object-array 0)) (Reflector/invokeStaticMethod Long "parseLong" (object-array ["12"]))
     (str (Reflector/invokeConstructor StringBuilder (object-array ["12"]))) (Reflector/getStaticField Long "MAX_VALUE")
     (Reflector/invokeStaticMethod "java.lang.Long" "parseLong" (object-array ["12"])))
(prn (Reflector/invokeNoArgInstanceMember (->P 1 2) "x") (Reflector/invokeNoArgInstanceMember "abc" "length") (Reflector/getInstanceField (->P 1 2) "y"))
(prn (.getResource String "/no/such/file") (.getResourceAsStream String "no-such-file"))
(prn (map str (.getEnumConstants java.util.concurrent.TimeUnit)) (.getEnumConstants String))
(prn Void/TYPE (.getDeclaringClass java.util.Map$Entry) (.getDeclaringClass String))
(prn (identical? "" (subs "abc" 0 0)) (identical? "" (str)) (identical? (read-string "\"\"") (str nil)))
(prn (map #(.getModifiers %) [P T Runnable (class (int-array 1)) (class (object-array 1)) Integer/TYPE java.util.ArrayList]))
(prn (Modifier/isFinal (.getModifiers P)) (Modifier/isAbstract (.getModifiers Runnable)) (Modifier/isFinal (.getModifiers Object)))
; Constructors of throwables: by their numbers of arguments.
(println (for [c [IllegalStateException NullPointerException clojure.lang.ExceptionInfo java.text.ParseException
                  java.util.regex.PatternSyntaxException java.io.IOException]]
           (sort (distinct (map #(.getParameterCount %) (.getConstructors c))))))
(println (ex-message (.newInstance (.getConstructor IllegalStateException (into-array Class [String])) (object-array ["m"])))
         (class (ex-cause (.newInstance (.getConstructor RuntimeException (into-array Class [String Throwable]))
                                        (object-array ["m" (Error. "e")])))))
(println (try (.getConstructor NullPointerException (into-array Class [String Throwable]))
              (catch NoSuchMethodException e (ex-message e))))

;; Fields of types have the types and modifiers that their hints give; what can be set is not public.
(deftype Hinted [x ^:unsynchronized-mutable y ^:volatile-mutable z ^long n ^doubles a])
(let [modifiers (fn [f] (java.lang.reflect.Modifier/toString (.getModifiers f)))]
  (prn (map (fn [label] (let [f (.getDeclaredField Hinted label)] [label (.getType f) (modifiers f)])) ["x" "y" "z" "n" "a"]))
  (prn (map (fn [label] (let [f (.getDeclaredField P label)] [label (.getType f) (modifiers f)])) ["__meta" "__extmap" "__hash" "__hasheq"])))
(prn (sort (map #(.getName %) (.getFields Hinted))) (sort (map #(.getName %) (.getDeclaredFields Hinted)))
     (try (.getField Hinted "y") (catch NoSuchFieldException e (ex-message e))))
(prn (map (juxt :name :type :flags) (sort-by :name (filter :type (:members (r/reflect Hinted))))))
(import 'clojure.lang.Reflector)
(prn (.getName (Reflector/getField P "x" false)) (Reflector/getField P "zz" false) (Reflector/getField Long "MAX_VALUE" false)
     (.getName (Reflector/getField Long "MAX_VALUE" true)))
(prn (map #(.getName %) (Reflector/getMethods String 0 "length" false)) (Reflector/getMethods String 0 "length" true)
     (count (Reflector/getMethods String 7 "length" false)))

; Classes know whether they are final or abstract, and interfaces which methods are not each other's.
(prn (map #(java.lang.reflect.Modifier/toString (.getModifiers %))
          [String Object StringBuilder Number Runnable java.util.AbstractList java.time.DayOfWeek java.util.Map$Entry T P
           Long/TYPE (class (int-array 0)) clojure.lang.PersistentVector clojure.lang.Atom java.util.AbstractMap$SimpleEntry]))
(prn (:flags (r/reflect String)) (java.lang.reflect.Modifier/isFinal (.getModifiers Math)))
(prn (sort (map #(.getName (.getDeclaringClass %))
                (filter #(= "count" (.getName %)) (.getMethods clojure.lang.IPersistentSet))))
     (map #(.getName %) (filter #(= "count" (.getName %)) (.getMethods clojure.lang.PersistentVector))))
(println (map (fn [c] (.getModifiers c)) [java.net.NetworkInterface java.nio.file.StandardWatchEventKinds java.time.chrono.IsoEra java.nio.file.WatchEvent$Kind
                                          java.util.stream.Collector$Characteristics (class (.iterator (java.util.PriorityQueue.)))]))

(ns clojure.reflect
  "Reflection on classes as data: the bases, flags and members of a type.

  Types that are not known here (of parameters, results and fields of host classes) are
  java.lang.Object."
  (:require [clojure.set :as set]))

(defprotocol Reflector
  "How a type is looked into."
  (do-reflect [reflector typeref] "A map of the :bases, :flags and :members of the type."))

(defprotocol TypeReference
  "What names a type: a class, or a symbol with its name."
  (typename [o] "The name as it is written in Java, such as \"java.lang.String[]\"."))

(defprotocol ClassResolver
  "Where the bytes of a class come from."
  (^java.io.InputStream resolve-class [this name] "A stream of the bytes of the class of that name."))

(extend-protocol TypeReference
  clojure.lang.Symbol
  (typename [s] (.replace (name s) "<>" "[]"))
  Class
  (typename [c] (.getTypeName c)))

(defrecord Constructor [name declaring-class parameter-types exception-types flags])
(defrecord Method [name return-type declaring-class parameter-types exception-types flags])
(defrecord Field [name type declaring-class flags])

(def ^{:doc "The flags that types and members may have: their :name, :flag (the bit) and the :contexts in which it counts."}
  flag-descriptors
  (vec (for [[label bit & contexts] [[:public 0x0001 :class :field :method]
                                     [:private 0x002 :class :field :method]
                                     [:protected 0x0004 :class :field :method]
                                     [:static 0x0008 :field :method]
                                     [:final 0x0010 :class :field :method]
                                     [:synchronized 0x0020 :method]
                                     [:volatile 0x0040 :field]
                                     [:bridge 0x0040 :method]
                                     [:varargs 0x0080 :method]
                                     [:transient 0x0080 :field]
                                     [:native 0x0100 :method]
                                     [:interface 0x0200 :class]
                                     [:abstract 0x0400 :class :method]
                                     [:strict 0x0800 :method]]]
         {:name label :flag bit :contexts (set contexts)})))

(defn- flags-of [bits context]
  (set (for [{:keys [name flag contexts]} flag-descriptors
             :when (and (contains? contexts context) (not (zero? (bit-and flag bits))))]
         name)))

(defn- type-symbol [c] (symbol (typename c)))
(defn- type-symbols [classes] (mapv type-symbol classes))

(defn- constructor [c]
  (->Constructor (type-symbol (.getDeclaringClass c)) (type-symbol (.getDeclaringClass c))
                 (type-symbols (.getParameterTypes c)) (type-symbols (.getExceptionTypes c))
                 (flags-of (.getModifiers c) :method)))

(defn- method [m]
  (->Method (symbol (.getName m)) (type-symbol (.getReturnType m)) (type-symbol (.getDeclaringClass m))
            (type-symbols (.getParameterTypes m)) (type-symbols (.getExceptionTypes m))
            (cond-> (flags-of (.getModifiers m) :method) (.isVarArgs m) (conj :varargs))))

(defn- field [f]
  (->Field (symbol (.getName f)) (type-symbol (.getType f)) (type-symbol (.getDeclaringClass f))
           (flags-of (.getModifiers f) :field)))

(defn- look-into [typeref]
  (let [c (if (class? typeref) typeref (Class/forName (typename typeref)))]
    {:bases (not-empty (set (map type-symbol (bases c))))
     :flags (flags-of (.getModifiers c) :class)
     :members (-> #{}
                  (into (map field) (.getDeclaredFields c))
                  (into (map method) (.getDeclaredMethods c))
                  (into (map constructor) (.getDeclaredConstructors c)))}))

(deftype JavaReflector [classloader]
  Reflector
  (do-reflect [_ typeref] (look-into typeref)))

(deftype AsmReflector [class-resolver]
  Reflector
  (do-reflect [_ typeref] (look-into typeref)))

(def ^:private default-reflector (JavaReflector. (clojure.lang.RT/baseLoader)))

(defn type-reflect
  "The type of a typeref as a map of
    :bases    names of the classes and interfaces that it directly extends
    :flags    keywords such as :public
    :members  records Constructor, Method and Field, with names as symbols
  Options: :ancestors true adds all ancestors, under :ancestors, and their members; :reflector looks
  into types in another way."
  [typeref & {:keys [ancestors reflector] :or {reflector default-reflector}}]
  (let [found (do-reflect reflector typeref)]
    (if ancestors
      (let [all (loop [reached #{} pending (:bases found)]
                  (if (empty? pending)
                    reached
                    (let [reached (into reached pending)]
                      (recur reached
                             (set/difference (into #{} (mapcat #(:bases (do-reflect reflector %))) pending) reached)))))]
        (assoc found
               :ancestors all
               :members (into (:members found) (mapcat #(:members (do-reflect reflector %))) all)))
      found)))

(defn reflect
  "type-reflect of the object's class, or of the object when it is a class."
  [obj & options]
  (apply type-reflect (if (class? obj) obj (class obj)) options))

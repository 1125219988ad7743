(ns clojure.host.reflect
  "java.lang.reflect and clojure.lang.Reflector: members that are found and called by their names. The
  tables of members know names and numbers of arguments, so every type is Object, but for those of constants."
  (:require [clojure.host.defclass :refer [defclass extend-class]])
  (:import (java.lang.reflect Constructor Field InvocationTargetException Method Modifier)))

(def ^:private flags
  [["public" 1] ["protected" 4] ["private" 2] ["abstract" 1024] ["static" 8] ["final" 16] ["transient" 128]
   ["volatile" 64] ["synchronized" 32] ["native" 256] ["strictfp" 2048] ["interface" 512]])

(defmacro ^:private defflags []
  `(extend-class Modifier
     :static
     ~@(for [[label bit] flags] (list :field (.toUpperCase ^String label) bit))
     ~@(for [[label bit] flags]
         (list (symbol (str "is" (.toUpperCase (subs label 0 1)) (subs label 1))) '[n] `(bit-test ~'n ~(long (/ (Math/log bit) (Math/log 2))))))
     (~'toString [n#] (apply str (interpose " " (for [[label# bit#] flags :when (not= 0 (bit-and n# bit#))] label#))))))
(defflags)

(extend-class InvocationTargetException
  (getTargetException [this] (.getCause this)))

(defn- type-list [n] (apply str (interpose "," (repeat n "java.lang.Object"))))
(defn- classes [n] (into-array Class (repeat n Object)))
(def ^:private no-classes (into-array Class []))

(defn- unwrapped
  "What the call threw, as the cause of an InvocationTargetException."
  [call]
  (try (call)
       (catch Throwable e (throw (InvocationTargetException. nil e)))))

(defclass java.lang.reflect.Method [owner label params modifiers varargs]
  (getName [_] label)
  (getDeclaringClass [_] owner)
  (getParameterCount [_] (int params))
  (getParameterTypes [_] (classes params))
  (getReturnType [_] Object)
  (getExceptionTypes [_] no-classes)
  (getModifiers [_] (int modifiers))
  (isVarArgs [_] varargs)
  (isBridge [_] false)
  (isSynthetic [_] false)
  (isAccessible [_] true)
  (setAccessible [_ _])
  (invoke [_ target args]
    (unwrapped (if (Modifier/isStatic modifiers)
                 #(clojure.core/-invoke-member :static owner (symbol label) args)
                 #(clojure.core/-invoke-member :method target (symbol label) args))))
  (invoke [this target] (.invoke this target nil))
  (hashCode [_] (bit-xor (.hashCode (.getName owner)) (.hashCode label)))
  (equals [_ o] (and (instance? Method o) (identical? owner (.getDeclaringClass o)) (= label (.getName o))
                     (= params (.getParameterCount o))))
  (toString [_] (str (Modifier/toString modifiers) " java.lang.Object " (.getName owner) "." label "(" (type-list params) ")")))

(defclass java.lang.reflect.Constructor [owner params]
  (getName [_] (.getName owner))
  (getDeclaringClass [_] owner)
  (getParameterCount [_] (int params))
  (getParameterTypes [_] (classes params))
  (getExceptionTypes [_] no-classes)
  (getModifiers [_] (int 1))
  (isVarArgs [_] false)
  (isAccessible [_] true)
  (setAccessible [_ _])
  (newInstance [_ args] (unwrapped #(clojure.core/-invoke-member :constructor owner nil args)))
  (newInstance [this] (.newInstance this nil))
  (hashCode [_] (.hashCode (.getName owner)))
  (equals [_ o] (and (instance? Constructor o) (identical? owner (.getDeclaringClass o)) (= params (.getParameterCount o))))
  (toString [_] (str "public " (.getName owner) "(" (type-list params) ")")))

(defn- type-of-constant
  "The type of a static field: the class of its value, for numbers and truth values the primitive type."
  [owner value]
  (condp instance? value
    Long Long/TYPE Integer Integer/TYPE Double Double/TYPE Float Float/TYPE Short Short/TYPE Byte Byte/TYPE
    Character Character/TYPE
    Boolean (if (= owner Boolean) Boolean Boolean/TYPE)
    (if (.isEnum owner) owner (or (class value) Object))))

(defn- hints-of-field
  "What metadata a deftype or defrecord gives to a field; of the hashes that a record keeps, what would give them theirs."
  [owner label]
  (if (#{"__hash" "__hasheq"} label)
    '{:tag int :unsynchronized-mutable true}
    (when (some #(isa? owner %) [clojure.lang.IType clojure.lang.IRecord])
      (some #(when (= label (munge (name %))) (meta %))
            (clojure.core/-invoke-member :static owner 'getBasis nil)))))

(def ^:private primitives
  {'long Long/TYPE 'double Double/TYPE 'int Integer/TYPE 'float Float/TYPE 'short Short/TYPE 'byte Byte/TYPE
   'char Character/TYPE 'boolean Boolean/TYPE})

(defn- modifiers-of-field
  "Fields that can be set are not public."
  [owner label]
  (let [hints (hints-of-field owner label)]
    (cond (:volatile-mutable hints) 64
          (:unsynchronized-mutable hints) 0
          :else 17)))

(defclass java.lang.reflect.Field [owner label modifiers]
  (getName [_] label)
  (getDeclaringClass [_] owner)
  (getType [this]
    (if (Modifier/isStatic modifiers)
      (type-of-constant owner (.get this nil))
      (primitives (:tag (hints-of-field owner label)) Object)))
  (getGenericType [this] (.getType this))
  (getLong [this target] (long (.get this target)))
  (getInt [this target] (int (.get this target)))
  (getDouble [this target] (double (.get this target)))
  (getBoolean [this target] (boolean (.get this target)))
  (isEnumConstant [_] (and (.isEnum owner) (Modifier/isStatic modifiers)))
  (isSynthetic [_] false)
  (getModifiers [_] (int modifiers))
  (isAccessible [_] true)
  (setAccessible [_ _])
  (get [_ target]
    (if (Modifier/isStatic modifiers)
      (clojure.core/-invoke-member :static-field owner (symbol label) nil)
      (clojure.core/-invoke-member :field target (symbol label) nil)))
  (set [_ target value] (clojure.core/-invoke-member :field target (symbol label) [value]) nil)
  (hashCode [_] (bit-xor (.hashCode (.getName owner)) (.hashCode label)))
  (equals [_ o] (and (instance? Field o) (identical? owner (.getDeclaringClass o)) (= label (.getName o))))
  (toString [this] (str (Modifier/toString modifiers) " " (.getName (.getType this)) " " (.getName owner) "." label)))

(defn- arities
  "The numbers of parameters of the methods that a row of members stands for, and whether the last one is an array of all
  further arguments."
  [least most]
  (if (neg? most) [[(inc least) true]] (map (fn [n] [n false]) (range least (inc most)))))

(defn- declared-methods
  "The methods of an interface that the program made: one for each arity, with the names munged."
  [cls]
  (for [[label types] (when (.isInterface cls) (#'clojure.core/declared-methods cls))]
    (Method/<init> cls label (count types) 1025 false)))

(defn- methods-of [cls]
  (distinct
   (concat
    (declared-methods cls)
    (for [[kind label least most] (clojure.core/-host-members cls)
          :when (#{:method :static} kind)
          [n varargs] (arities least most)]
      (Method/<init> cls label n (+ 1 (if (= kind :static) 8 0) (if (.isInterface cls) 1024 0)) varargs)))))

(defn- fields-of [cls]
  (for [[kind label] (clojure.core/-host-members cls)
        :when (#{:field :static-field} kind)]
    (Field/<init> cls label (if (= kind :field) (modifiers-of-field cls label) 25))))

(defn- public-fields-of [cls]
  (filter #(Modifier/isPublic (.getModifiers %)) (fields-of cls)))

(defn- constructors-of [cls]
  (distinct
   (for [[kind _ least most] (clojure.core/-host-members cls)
         :when (= kind :constructor)
         [n] (arities least most)]
     (Constructor/<init> cls n))))

(defn- lineage
  "The class and what it inherits from, nearest first."
  [cls]
  (distinct (concat (take-while some? (iterate #(.getSuperclass %) cls)) (supers cls))))

(defn- with-inherited [members-of cls]
  (let [key-of (juxt #(.getName %) #(when (instance? Method %) (.getParameterCount %)))
        ;; A class has one method of a signature, an interface one of each interface that does not extend another with it.
        hides? (fn [found member]
                 (or (not (.isInterface cls)) (.isAssignableFrom (.getDeclaringClass member) (.getDeclaringClass found))))]
    (mapcat val (reduce (fn [all member]
                          (let [k (key-of member) found (get all k [])]
                            (if (some #(hides? % member) found) all (assoc all k (conj found member)))))
                        (array-map)
                        (mapcat members-of (lineage cls))))))

(defn- find-member [cls members label n missing]
  (or (first (filter #(and (= label (.getName %)) (or (nil? n) (= n (.getParameterCount %)))) members))
      (throw (missing (if n
                        (str (.getName cls) "." label "(" (type-list n) ")")
                        label)))))

(defn- no-method [text] (NoSuchMethodException. text))
(defn- no-field [text] (NoSuchFieldException. text))

(defn- resource-path
  "What a class's loader is asked for: a relative path is one in the class's package."
  [cls path]
  (if (.startsWith path "/")
    (subs path 1)
    (let [package (.replace (.getPackageName cls) "." "/")]
      (if (= "" package) path (str package "/" path)))))

;; Arrays whose element type is known at run time only

(def ^:private widened-from
  "What elements each getter takes: those of its own type and of narrower ones."
  '{Boolean #{boolean} Byte #{byte} Char #{char} Short #{byte short} Int #{byte short char int} Long #{byte short char int long}
    Float #{byte short char int long float} Double #{byte short char int long float double}})

(defn- element-type [array]
  (cond
    (nil? array) (throw (NullPointerException.))
    (.isArray (class array)) (.getComponentType (class array))
    :else (throw (IllegalArgumentException. "Argument is not an array"))))

(defn- element [array i]
  (element-type array)
  (if (< -1 i (alength array)) (aget array i) (throw (ArrayIndexOutOfBoundsException.))))

(defn- element-of-type [array i types]
  (when-not (types (symbol (.getName (element-type array))))
    (throw (IllegalArgumentException. (if (.isPrimitive (element-type array)) "argument type mismatch" "Argument is not an array of primitive type"))))
  (element array i))

(defmacro ^:private def-array-members []
  `(extend-class java.lang.reflect.Array
     :static
     ~@(mapcat (fn [[kind types]]
                 (let [convert (symbol (.toLowerCase (str kind)))]
                   [(list (symbol (str "get" kind)) '[array i] (list convert (list `element-of-type 'array 'i (list 'quote types))))
                    (list (symbol (str "set" kind)) '[array i x] (list (symbol (str "aset-" convert)) 'array 'i 'x) nil)]))
               widened-from)))
(def-array-members)

(extend-class java.lang.reflect.Array
  :static
  (newInstance [type size]
    (when (= type Void/TYPE) (throw (IllegalArgumentException.)))
    (if (number? size) (make-array type size) (apply make-array type (seq size))))
  (getLength [array] (element-type array) (int (alength array)))
  (get [array i] (element array i)))

(defclass java.lang.Package [label]
  (getName [_] label)
  (getSpecificationTitle [_])
  (getSpecificationVersion [_])
  (getSpecificationVendor [_])
  (getImplementationTitle [_])
  (getImplementationVersion [_])
  (getImplementationVendor [_])
  (isSealed [_] false)
  (equals [_ o] (and (instance? java.lang.Package o) (= label (.getName o))))
  (hashCode [_] (.hashCode label))
  (toString [_] (str "package " label)))

(extend-class java.lang.Class
  ;; Nothing here is annotated.
  (getAnnotations [_] (make-array java.lang.annotation.Annotation 0))
  (getDeclaredAnnotations [_] (make-array java.lang.annotation.Annotation 0))
  (getAnnotation [_ a] (java.util.Objects/requireNonNull a) nil)
  (getDeclaredAnnotation [_ a] (java.util.Objects/requireNonNull a) nil)
  (isAnnotationPresent [_ a] (java.util.Objects/requireNonNull a) false)
  (getPackage [this]
    (when-not (or (.isArray this) (.isPrimitive this)) (java.lang.Package/<init> (.getPackageName this))))
  (arrayType [this] (class (make-array this 0)))
  (getModifiers [this]
    (int (or (get (clojure.core/-library-value "clojure.host.class-modifiers" "of-class") (.getName this))
             (cond
               (.isInterface this) 1537
               (or (.isArray this) (.isPrimitive this)) 1041
               (.isAssignableFrom clojure.lang.IType this) 17
               (.isAssignableFrom clojure.lang.IRecord this) 17
               :else 1))))
  (getMethods [this] (into-array Method (with-inherited methods-of this)))
  (getDeclaredMethods [this] (into-array Method (methods-of this)))
  (getFields [this] (into-array Field (with-inherited public-fields-of this)))
  (getDeclaredFields [this] (into-array Field (fields-of this)))
  (getConstructors [this] (into-array Constructor (constructors-of this)))
  (getDeclaredConstructors [this] (into-array Constructor (constructors-of this)))
  (getMethod ([this label types] (find-member this (with-inherited methods-of this) label (count types) no-method))
    ([this label] (find-member this (with-inherited methods-of this) label 0 no-method)))
  (getDeclaredMethod ([this label types] (find-member this (methods-of this) label (count types) no-method))
    ([this label] (find-member this (methods-of this) label 0 no-method)))
  (getField [this label] (find-member this (with-inherited public-fields-of this) label nil no-field))
  (getDeclaredField [this label] (find-member this (fields-of this) label nil no-field))
  (getConstructor ([this types]
                   (or (first (filter #(= (count types) (.getParameterCount %)) (constructors-of this)))
                       (throw (no-method (str (.getName this) ".<init>(" (apply str (interpose "," (map #(.getName %) types))) ")")))))
    ([this] (.getConstructor this nil)))
  (getDeclaredConstructor ([this types] (.getConstructor this types))
    ([this] (.getConstructor this nil)))
  (getResource [this path] (.getResource (clojure.lang.RT/baseLoader) (resource-path this path)))
  (getResourceAsStream [this path] (.getResourceAsStream (clojure.lang.RT/baseLoader) (resource-path this path)))
  (getProtectionDomain [_] nil)
  (getEnumConstants [this] (when (.isEnum this) (clojure.core/-invoke-member :static this 'values nil)))
  (isAnnotation [_] false)
  (isAnonymousClass [_] false)
  (isLocalClass [_] false)
  (isRecord [_] false)
  (isSynthetic [_] false)
  (isMemberClass [this] (some? (.getDeclaringClass this)))
  (getEnclosingClass [this] (.getDeclaringClass this))
  (componentType [this] (.getComponentType this))
  (asSubclass [this other]
    (if (.isAssignableFrom other this) this (throw (ClassCastException. (str this)))))
  (desiredAssertionStatus [_] false)
  (getDeclaringClass [this]
    (let [label (.getName this) at (.lastIndexOf label "$")]
      (when (pos? at) (try (Class/forName (subs label 0 at)) (catch ClassNotFoundException _ nil))))))

(defn- class-of [class-or-name] (if (string? class-or-name) (Class/forName class-or-name) class-or-name))

(extend-class clojure.lang.Reflector
  :static
  (invokeInstanceMethod [target label args] (clojure.core/-invoke-member :method target (symbol label) args))
  (invokeNoArgInstanceMember
    ([target label] (clojure.lang.Reflector/invokeNoArgInstanceMember target label false))
    ([target label field]
     (if (and (not field) (some #(= label (.getName %)) (.getMethods (class target))))
       (clojure.core/-invoke-member :method target (symbol label) nil)
       (clojure.core/-invoke-member :field target (symbol label) nil))))
  (invokeInstanceMember ([target label] (clojure.lang.Reflector/invokeNoArgInstanceMember target label))
    ([label target args] (clojure.core/-invoke-member :method target (symbol label) args)))
  (invokeStaticMethod [owner label args] (clojure.core/-invoke-member :static (class-of owner) (symbol label) args))
  (invokeConstructor [owner args] (clojure.core/-invoke-member :constructor owner nil args))
  (getField [owner label static]
    (some #(when (and (= label (.getName %)) (= static (Modifier/isStatic (.getModifiers %)))) %) (.getFields owner)))
  (getMethods [owner arity label static]
    (java.util.ArrayList. (filter #(and (= label (.getName %)) (= arity (.getParameterCount %))
                                        (= static (Modifier/isStatic (.getModifiers %))))
                                  (.getMethods owner))))
  (getStaticField [owner label] (clojure.core/-invoke-member :static-field (class-of owner) (symbol label) nil))
  (getInstanceField [target label] (clojure.core/-invoke-member :field target (symbol label) nil))
  (setInstanceField [target label value] (clojure.core/-invoke-member :field target (symbol label) [value])))

(extend-class java.lang.Void
  :static
  (:field TYPE (clojure.core/-class-named "void")))

;; The names of types in class files, which tools.analyzer takes from ASM.
(defclass org.objectweb.asm.Type [descriptor]
  (getDescriptor [_] descriptor)
  (getInternalName [_] (subs descriptor 1 (dec (count descriptor))))
  (getClassName [_] (.replace (subs descriptor 1 (dec (count descriptor))) "/" "."))
  (toString [_] descriptor)
  :static
  (getType [class-or-descriptor]
    (org.objectweb.asm.Type/<init>
     (if (string? class-or-descriptor)
       class-or-descriptor
       (let [label (.replace (.getName class-or-descriptor) "." "/")]
         (cond (.isArray class-or-descriptor) label
               (.isPrimitive class-or-descriptor)
               (get {"boolean" "Z" "byte" "B" "char" "C" "short" "S" "int" "I" "long" "J" "float" "F" "double" "D" "void" "V"} label)
               :else (str "L" label ";")))))))

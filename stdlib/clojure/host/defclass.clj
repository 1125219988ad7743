(ns clojure.host.defclass
  "Members of host classes, written in Clojure. The classes themselves, with their ancestry, are rows
  of runtime/core/include/clj/core/host_classes.def.

  Programs never see these namespaces: they see the classes.")

(defn- group-methods
  "Methods (name [params] body…) or (name ([params] body…)+) as a map of name to arities; the same
  name may stand several times."
  [methods]
  (reduce (fn [all [method & tail]]
            (update all method (fnil into []) (if (vector? (first tail)) [tail] tail)))
          {}
          methods))

(defn- function-map [methods]
  (into {} (map (fn [[method arities]] [(list 'quote method) `(fn ~@arities)])) (group-methods methods)))

(defn- static-map [statics]
  (merge (function-map (remove (comp #{:field} first) statics))
         (into {} (map (fn [[_ field value]] [(keyword field) value])) (filter (comp #{:field} first) statics))))

(defmacro extend-class
  "Gives a host class methods (name [this arg*] expr*); what follows :static are static methods
  (name [arg*] expr*), constructors (new [arg*] expr*) and fields (:field NAME value)."
  [class-sym & members]
  (let [[methods [_ & statics]] (split-with (complement #{:static}) members)]
    `(do (clojure.core/-extend-host-class ~class-sym ~(function-map methods) {})
         ~@(map (fn [statics] `(clojure.core/-extend-host-class ~class-sym {} ~(static-map statics)))
                (concat (map list (filter (comp #{:field} first) statics))
                        [(remove (comp #{:field} first) statics)])))))

(defmacro defclass
  "Makes a host class without members one whose instances hold the fields, with members as in
  extend-class. The methods see the fields as locals. (Class/<init> field*) makes an instance; without
  a constructor among the static members, (new Class field*) does, too."
  [class-sym fields & members]
  (let [[methods statics] (split-with (complement #{:static}) members)
        arities (for [[method tails] (group-methods methods) [params & body] tails]
                  (list* method params body))]
    `(do (deftype* ~(symbol (.getSimpleName (resolve class-sym))) ~class-sym ~fields :implements [] ~@arities)
         (extend-class ~class-sym ~@statics))))

(defmacro fi
  "Calls a functional interface: a function itself, or the method of an object."
  [f method & args]
  `(let [f# ~f] (if (fn? f#) (f# ~@args) (. f# (~method ~@args)))))

(defn given
  "x, which is not nil: functional interfaces are refused at once, not when they are called."
  [x]
  (if (nil? x) (throw (NullPointerException.)) x))

(defmacro defenum
  "Makes a host class an enum with constants of those names; `fields` are further fields, whose values
  follow the name in (NAME value*), `members` as in defclass."
  [class-sym fields constants & members]
  (let [[methods statics] (split-with (complement #{:static}) members)
        constants (map (fn [c] (if (seq? c) c (list c))) constants)]
    `(defclass ~class-sym [~'label ~'index ~@fields]
       (~'name [_#] ~'label)
       (~'toString [_#] ~'label)
       (~'ordinal [_#] (int ~'index))
       (~'compareTo [_# o#] (int (- ~'index (.ordinal (clojure.core/-as Enum o#)))))
       (~'getDeclaringClass [_#] ~class-sym)
       ~@methods
       :static
       ~@(map-indexed (fn [i [constant & values]]
                        (list :field constant (list* (symbol (str class-sym) "<init>") (str constant) i values)))
                      constants)
       ;; The constant with that ordinal.
       (~'constantAt [i#]
         (case i# ~@(mapcat (fn [i [c]] [i (symbol (str class-sym) (str c))]) (range) constants)))
       (~'values [] (into-array ~class-sym [~@(map (fn [[c]] (symbol (str class-sym) (str c))) constants)]))
       (~'valueOf [s#]
         (case s#
           ~@(mapcat (fn [[c]] [(str c) (symbol (str class-sym) (str c))]) constants)
           nil (throw (NullPointerException. "Name is null"))
           (throw (IllegalArgumentException. (str "No enum constant " ~(str class-sym) "." s#)))))
       ~@(rest statics))))

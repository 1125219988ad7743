;; What a program knows about itself, and the odds and ends of the language.

(def ^{:dynamic true :added "1.0"
       :doc "The version of the Clojure language: a map with :major, :minor, :incremental and
  :qualifier."}
  *clojure-version* {:major 1 :minor 11 :incremental 1 :qualifier nil})

(defn clojure-version
  "The version of the Clojure language as a string."
  {:added "1.0"}
  []
  (let [{:keys [major minor incremental qualifier]} *clojure-version*]
    (str major "." minor
         (when incremental (str "." incremental))
         (when-not (empty? qualifier) (str "-" qualifier)))))

(defmacro definline
  "Defines a function as defn does. expr is the quoted form of its body."
  {:added "1.0"}
  [name & decl]
  (let [[before [params & body]] (split-with (complement vector?) decl)]
    `(defn ~name ~@before ~params
       ~(eval (list* `let (vec (mapcat (fn [p] [p (list 'quote p)]) params)) body)))))

(defn special-symbol?
  "True when s names a special form."
  {:added "1.0"}
  [s]
  (contains? '#{def loop* recur if case* let* letfn* do fn* quote var clojure.core/import* . set!
                deftype* reify* try throw catch finally new monitor-enter monitor-exit &}
             s))

(defprotocol Inst
  (inst-ms* [inst]))

(extend-protocol Inst
  java.util.Date
  (inst-ms* [inst] (.getTime inst)))

(defn inst-ms
  "The milliseconds since 1970-01-01T00:00:00Z of a point in time."
  {:added "1.9"}
  [inst]
  (inst-ms* inst))

(def ^{:doc "The names of the primitive types of the JVM."}
  primitives-classnames
  '{int "I" long "J" float "F" double "D" void "V" short "S" boolean "Z" byte "B" char "C"})

(def ^{:dynamic true :added "1.0" :doc "The value of the last expression at the REPL."} *1 nil)
(def ^{:dynamic true :added "1.0" :doc "The value of the last but one expression."} *2 nil)
(def ^{:dynamic true :added "1.0" :doc "The value of the expression before that."} *3 nil)
(def ^{:dynamic true :added "1.0" :doc "The last exception that reached the REPL."} *e nil)

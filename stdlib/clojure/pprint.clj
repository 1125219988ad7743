;; clojure.pprint: printing data over several lines, indented, and cl-format.
;;
;; Where lines end is decided in layout.clj, what the directives of cl-format do in directives.clj; code.clj prints forms as
;; code. Here are the functions that print each kind of value as data.

(ns clojure.pprint
  "Prints data readably over several lines."
  (:require [clojure.pprint.directives :as directives]
            [clojure.pprint.format-text :as format-text]
            [clojure.pprint.layout :as layout]
            [clojure.pprint.numbers :as numbers]))

(def ^{:dynamic true :added "1.2" :doc "False to print as pr does."} *print-pretty* true)
(def ^{:dynamic true :added "1.2" :doc "The column that lines stay left of, nil for no limit."}
  *print-right-margin* 72)
(def ^{:dynamic true :added "1.2"
       :doc "Blocks this near to the right margin are laid out in miser style."}
  *print-miser-width* 40)
(def ^{:dynamic true :added "1.2" :doc "True to print symbols without their namespaces."}
  *print-suppress-namespaces* nil)
(def ^{:dynamic true :added "1.2" :doc "True to show the radix of integers and ratios."}
  *print-radix* nil)
(def ^{:dynamic true :added "1.2" :doc "The base in which integers and ratios are printed."}
  *print-base* 10)

(def ^{:dynamic true :private true :doc "What symbols are printed as, in functions written #()."}
  *argument-names* {})

;; Parts of layout

(defn- check-kind [x allowed]
  (when-not (allowed x)
    (throw (IllegalArgumentException. (str "Bad argument: " x ". It must be one of " allowed)))))

(defn pprint-newline
  "A place for a newline of the kind :linear, :fill, :miser or :mandatory in the current logical
  block."
  {:added "1.2"}
  [kind]
  (check-kind kind #{:mandatory :miser :fill :linear})
  (layout/newline-place kind))

(defn pprint-indent
  "Sets the indentation of the lines that follow in the current logical block: n columns from its
  start (:block) or from here (:current)."
  {:added "1.2"}
  [relative-to n]
  (check-kind relative-to #{:block :current})
  (layout/indent relative-to n))

(defn pprint-tab
  "Throws UnsupportedOperationException, as on the JVM."
  {:added "1.2"}
  [kind colnum colinc]
  (throw (UnsupportedOperationException. "pprint-tab is not yet implemented")))

(defn fresh-line
  "Prints a newline unless pretty printing is at the start of a line."
  {:added "1.2"}
  []
  (if-let [session (layout/active)]
    (layout/fresh-line session)
    (newline)))

(defn get-pretty-writer
  "A writer that lays out what is printed to it and passes it on to the writer when it is flushed."
  {:added "1.2"}
  [writer]
  (layout/pretty-writer writer *print-right-margin* *print-miser-width*))

(defn- split-options
  "[options body] of forms that begin with keyword options."
  [forms]
  (loop [options {} more forms]
    (if (and (keyword? (first more)) (next more))
      (recur (assoc options (first more) (second more)) (nnext more))
      [options more])))

(defmacro pprint-logical-block
  "Prints the body as a logical block. Options: :prefix, :per-line-prefix, :suffix."
  {:added "1.2" :arglists '[[options* body]]}
  [& args]
  (let [[{:keys [prefix per-line-prefix suffix]} body] (split-options args)]
    `(layout/block ~prefix ~per-line-prefix ~suffix (fn [] ~@body nil))))

(defmacro print-length-loop
  "A loop that prints ... and ends after *print-length* rounds."
  {:added "1.3"}
  [bindings & body]
  (let [n (gensym "n__")
        counted (fn counted [form]
                  (cond
                    (and (seq? form) (= 'recur (first form))) `(recur (inc ~n) ~@(rest form))
                    (seq? form) (with-meta (apply list (map counted form)) (meta form))
                    (vector? form) (mapv counted form)
                    :else form))]
    `(loop [~n 0 ~@bindings]
       (if (or (nil? *print-length*) (< ~n *print-length*))
         (do ~@(map counted body))
         (layout/text "...")))))

;; Dispatch

(declare simple-dispatch)

(def ^{:dynamic true :added "1.2" :doc "The function that prints a value in pprint."}
  *print-pprint-dispatch* nil)

(defn write-out
  "Prints a value as part of a pprint in progress: ... when the block around has *print-length*
  values. Returns whether it has."
  {:added "1.2"}
  [object]
  (let [length layout/*length*
        reached? (and length *print-length* (>= @length *print-length*))]
    (cond
      (not *print-pretty*) (pr object)
      reached? (layout/text "...")
      :else (do
              (when length
                (vswap! length inc))
              (*print-pprint-dispatch* object)))
    reached?))

(defn- write-all
  "Prints the items with the separator and a place for a newline of the kind between them."
  [items separator kind]
  (print-length-loop [more (seq items)]
    (when more
      (write-out (first more))
      (when (next more)
        (layout/text separator)
        (layout/newline-place kind)
        (recur (next more))))))

(defn- pprint-meta [x]
  (when *print-meta*
    (when-let [m (meta x)]
      (layout/text "^")
      (write-out m)
      (layout/text " ")
      (layout/newline-place :linear))))

(defn- print-items [prefix suffix separator kind items]
  (layout/block prefix nil suffix (fn [] (write-all items separator kind))))

(def ^:private reader-macros
  {'quote "'" 'clojure.core/deref "@" 'var "#'" 'clojure.core/unquote "~"})

(defn- pprint-reader-macro
  "Prints 'x and its like; nil for other lists."
  [items]
  (when-let [prefix (get reader-macros (first items))]
    ;; Only such a list is counted: others may have no end, which *print-length* allows.
    (when (= 2 (count items))
      (layout/text prefix)
      (write-out (second items))
      true)))

(defn- pprint-simple-list [items]
  (pprint-meta items)
  (print-items "(" ")" " " :linear items))

(defn- pprint-list [items]
  (or (pprint-reader-macro items)
      (pprint-simple-list items)))

(defn- pprint-vector [items]
  (pprint-meta items)
  (print-items "[" "]" " " :linear items))

(defn- pprint-set [items]
  (pprint-meta items)
  (print-items "#{" "}" " " :linear items))

(defn- pprint-array [items]
  (print-items "[" "]" ", " :fill items))

(defn- common-namespace
  "The namespace that all keys of the map share and that printing may lift out, or nil."
  [m]
  (when (and *print-namespace-maps* (seq m) (not (record? m)))
    (let [ks (keys m)]
      (when (every? qualified-ident? ks)
        (let [n (namespace (first ks))]
          (when (every? (fn [k] (= n (namespace k))) ks)
            n))))))

(defn- pprint-map [m]
  (pprint-meta m)
  (let [shared (common-namespace m)
        show-key (fn [k]
                   (cond
                     (nil? shared) k
                     (keyword? k) (keyword (name k))
                     :else (symbol (name k))))]
    (layout/block (if shared (str "#:" shared "{") "{") nil "}"
      (fn []
        (print-length-loop [entries (seq m)]
          (when entries
            (layout/block nil nil nil
              (fn []
                (write-out (show-key (key (first entries))))
                (layout/text " ")
                (layout/newline-place :linear)
                (vreset! layout/*length* 0)
                (write-out (val (first entries)))))
            (when (next entries)
              (layout/text ", ")
              (layout/newline-place :linear)
              (recur (next entries)))))))))

(defn- reference-name [r]
  (cond
    (future? r) "Future"
    (and (instance? clojure.lang.IPending r) (ifn? r)) "Promise"
    :else (.getSimpleName (class r))))

(defn- pprint-ideref [r]
  (let [prefix (format "#<%s@%x: " (reference-name r) (System/identityHashCode r))]
    (layout/block prefix nil ">"
      (fn []
        (layout/indent :block (- 2 (count prefix)))
        (layout/newline-place :linear)
        (write-out (cond
                     (and (future? r) (not (future-done? r))) :pending
                     (and (instance? clojure.lang.IPending r) (not (realized? r))) :not-delivered
                     :else @r))))))

(defn- number-text
  "The integer or ratio in *print-base*; nil for other values."
  [x]
  (when (number? x)
    (numbers/with-radix x *print-base* *print-radix*)))

(defn- ends-blank? [x]
  (let [text (cond
               (or (symbol? x) (keyword? x)) (name x) ; a program's own Named is not asked
               (and (string? x) (not *print-readably*)) x)]
    (boolean (when text (re-find #"\s\z" text)))))

(defn- pprint-simple-default [x]
  (cond
    (and (some? x) (.isArray (class x))) (pprint-array x)
    (and *print-suppress-namespaces* (symbol? x)) (print (name x))
    :else (if-let [text (when (or *print-radix* (not= 10 *print-base*)) (number-text x))]
            (print text)
            (pr x)))
  ;; A newline drops white space that was printed last, not what a value ends with.
  (when (ends-blank? x)
    (when-let [session (layout/active)]
      (layout/end-print session))))

(defn- use-method
  "Adds a method to a dispatch function; libraries that print types of their own reach for it."
  [multifn dispatch-value f]
  (.addMethod ^clojure.lang.MultiFn multifn dispatch-value f))

(defmulti simple-dispatch
  "Prints data, as pprint does by default."
  {:added "1.2" :arglists '[[object]]}
  class)

(defmethod simple-dispatch clojure.lang.ISeq [x] (pprint-list x))
(defmethod simple-dispatch clojure.lang.IPersistentVector [x] (pprint-vector x))
(defmethod simple-dispatch clojure.lang.IPersistentMap [x] (pprint-map x))
(defmethod simple-dispatch clojure.lang.IPersistentSet [x] (pprint-set x))
(defmethod simple-dispatch clojure.lang.PersistentQueue [x] (print-items "<-(" ")-<" " " :linear x))
(defmethod simple-dispatch clojure.lang.Var [x] (pprint-simple-default x))
(defmethod simple-dispatch clojure.lang.IDeref [x] (pprint-ideref x))
(defmethod simple-dispatch nil [x] (pprint-simple-default x))
(defmethod simple-dispatch :default [x] (pprint-simple-default x))

(prefer-method simple-dispatch clojure.lang.ISeq clojure.lang.IPersistentVector)
(prefer-method simple-dispatch clojure.lang.Var clojure.lang.IDeref)

(alter-var-root #'*print-pprint-dispatch* (constantly simple-dispatch))

(defn set-pprint-dispatch
  "Makes the function what pprint prints values with."
  {:added "1.2"}
  [function]
  (if (thread-bound? #'*print-pprint-dispatch*)
    (set! *print-pprint-dispatch* function)
    (alter-var-root #'*print-pprint-dispatch* (constantly function)))
  nil)

(defmacro with-pprint-dispatch
  "Evaluates the body with the function as what pprint prints values with."
  {:added "1.2"}
  [function & body]
  `(binding [*print-pprint-dispatch* ~function]
     ~@body))

;; Code

(load "pprint/code")

;; Entry points

(defn- lay-out [writer body]
  (layout/run writer *print-right-margin* *print-miser-width* body))

(defn write
  "Prints the value, by default as pprint does, without a newline at the end. Options: :base, :radix,
  :pretty, :right-margin, :miser-width, :dispatch, :length, :level, :readably, :suppress-namespaces,
  and :stream, where true means *out* and nil returns the text."
  {:added "1.2"}
  [object & kw-args]
  (let [{:keys [stream] :as options} (merge {:stream true} (apply hash-map kw-args))]
    (binding [*print-base* (get options :base *print-base*)
              *print-radix* (get options :radix *print-radix*)
              *print-pretty* (get options :pretty *print-pretty*)
              *print-right-margin* (get options :right-margin *print-right-margin*)
              *print-miser-width* (get options :miser-width *print-miser-width*)
              *print-pprint-dispatch* (get options :dispatch *print-pprint-dispatch*)
              *print-length* (get options :length *print-length*)
              *print-level* (get options :level *print-level*)
              *print-readably* (get options :readably *print-readably*)
              *print-suppress-namespaces* (get options :suppress-namespaces
                                               *print-suppress-namespaces*)]
      (let [writer (cond
                     (nil? stream) (clojure.core/-string-writer)
                     (true? stream) *out*
                     :else stream)]
        (if *print-pretty*
          (lay-out writer (fn [] (write-out object)))
          (binding [*out* writer]
            (if (some-> object class .isArray)
              (pr object)
              (pprint-simple-default object))))
        (when (nil? stream)
          (clojure.core/-written-text writer))))))

(defn pprint
  "Prints the value over several lines where it is too wide for one, and a newline."
  {:added "1.2"}
  ([object] (pprint object *out*))
  ([object writer]
   (binding [*print-pretty* true]
     (lay-out writer (fn []
                       (write-out object)
                       (newline))))
   (when (and *flush-on-newline* (not (layout/laid-out? writer)))
     (.flush writer))))

(defmacro pp
  "Prints the last value of the REPL as pprint does."
  {:added "1.2"}
  []
  `(pprint *1))

;; cl-format

(def ^:private directive-context
  {:print-integer number-text
   :write (fn [x {:keys [colon at]}]
            (if (or colon at)
              (do (binding [*print-length* (if at nil *print-length*)
                            *print-level* (if at nil *print-level*)]
                    (write-out x))
                  nil)
              (write-out x)))})

(defn- format-to
  "Prints what the compiled format says to the writer; true: *out*, nil or false: returns it."
  [writer compiled args]
  (let [execute (fn [] (directives/execute compiled args directive-context))
        target (cond
                 (not writer) (clojure.core/-string-writer)
                 (true? writer) *out*
                 :else writer)]
    (cond
      (format-text/pretty? (:items compiled)) (lay-out target execute)
      (and (layout/active) (identical? target *out*)) (execute)
      :else (let [text (with-out-str (execute))]
              (when-not (= "" text)
                (clojure.core/-write target text))))
    (when-not writer
      (clojure.core/-written-text target))))

(defn cl-format
  "Prints the args as the format text says, in the language of Common Lisp's FORMAT: ~A and ~S print a
  value as print and pr do, ~D ~B ~O ~X ~R integers, ~F ~E ~G ~$ floating numbers, ~C characters,
  ~% and ~& line ends, ~T columns, ~[ ~; ~] chooses, ~{ ~} iterates, ~( ~) changes case, ~< ~>
  justifies, ~* and ~^ move over and out, ~W ~_ ~I and ~< ~:> are pprint's. To the writer, to *out*
  when it is true; returns the text when it is nil."
  {:added "1.2"}
  [writer format-in & args]
  (format-to writer
             (if (map? format-in) format-in (format-text/compile-format format-in))
             args))

(defmacro formatter
  "A function of a writer and arguments that does what cl-format does with the format text."
  {:added "1.2"}
  [format-in]
  `(let [compiled# (format-text/compile-format ~format-in)]
     (fn [writer# & args#]
       (apply cl-format writer# compiled# args#))))

(defmacro formatter-out
  "A function of arguments that prints to *out* what cl-format does with the format text."
  {:added "1.2"}
  [format-in]
  `(let [compiled# (format-text/compile-format ~format-in)]
     (fn [& args#]
       (apply cl-format true compiled# args#))))

(defn print-table
  "Prints the maps as a table with a column for each of the keys, by default those of the first."
  {:added "1.3"}
  ([ks rows]
   (when (seq rows)
     (let [widths (map (fn [k]
                         (apply max (count (str k)) (map (fn [row] (count (str (get row k)))) rows)))
                       ks)
           spaces (fn [n] (apply str (repeat n \space)))
           rule (map (fn [w] (apply str (repeat w "-"))) widths)
           cell (fn [width x] (let [s (str x)] (str (spaces (- width (count s))) s)))
           line (fn [left middle right cells]
                  (str left (apply str (interpose middle (map cell widths cells))) right))]
       (println)
       (when (some zero? widths) (format "%0s" "")) ; such a column has no format
       (println (line "| " " | " " |" ks))
       (println (line "|-" "-+-" "-|" rule))
       (doseq [row rows]
         (println (line "| " " | " " |" (map (fn [k] (get row k)) ks)))))))
  ([rows] (print-table (keys (first rows)) rows)))

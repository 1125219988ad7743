;; clojure.pprint: printing data over several lines, indented.
;;
;; A value is first printed into tokens: strings, the starts and ends of logical blocks, and
;; places for newlines. Then `lay-out` writes the tokens and decides at each place, by the rules
;; of the XP pretty printer (Waters 1989), whether a newline is needed:
;;   :linear     when what is left of the block does not fit on the line, or the block already has
;;               such a newline
;;   :fill       when what comes before the block's next place does not fit, or the piece before
;;               spans lines, or :linear says so in a block that starts far right
;;   :miser      as :linear, only in a block that starts far right
;;   :mandatory  always

(ns clojure.pprint
  "Prints data readably over several lines."
  (:refer-clojure :exclude [deftype]))

(def ^{:dynamic true :doc "False to print as pr does."} *print-pretty* true)
(def ^{:dynamic true :doc "The column that lines stay left of, nil for no limit."}
  *print-right-margin* 72)
(def ^{:dynamic true :doc "Blocks this near to the right margin are laid out in miser style."}
  *print-miser-width* 40)
(def ^{:dynamic true :doc "True to print symbols without their namespaces."}
  *print-suppress-namespaces* nil)
(def ^{:dynamic true :doc "True to show the radix of integers."} *print-radix* nil)
(def ^{:dynamic true :doc "The base in which integers are printed."} *print-base* 10)

(def ^{:dynamic true :private true
       :doc "The pretty printing in progress: {:tokens volatile-vector :block current-block}."}
  *printing* nil)
(def ^{:dynamic true :private true :doc "How deep the value being printed is nested."}
  *depth* 0)

;; Tokens. A block is {:parent block :state volatile}, its state {:start column, :broken? …}.

(defn- take-text
  "Moves the text written to *out* so far to the tokens."
  []
  (let [text (clojure.core/-written-text *out*)]
    (when-not (= "" text)
      (vswap! (:tokens *printing*) conj text)
      (set! *out* (clojure.core/-string-writer)))))

(defn- add-token [token]
  (take-text)
  (vswap! (:tokens *printing*) conj token))

(defn pprint-newline
  "A place for a newline of the kind :linear, :fill, :miser or :mandatory in the current logical
  block."
  {:added "1.2"}
  [kind]
  (when *printing*
    (add-token {:newline kind :block (:block *printing*)})))

(defn pprint-indent
  "Sets the indentation of the lines that follow in the current logical block: n columns from its
  start (:block) or from here (:current)."
  {:added "1.2"}
  [relative-to n]
  (when *printing*
    (add-token {:indent relative-to :n n :block (:block *printing*)})))

(defn print-block
  "Prints what the function body prints as a logical block. For pprint-logical-block."
  [prefix per-line-prefix suffix body]
  (cond
    (nil? *printing*)
    (do (print prefix) (body) (print suffix))

    (and *print-level* (>= *depth* *print-level*))
    (print "#")

    :else
    (let [block {:parent (:block *printing*)
                 :per-line per-line-prefix
                 :state (volatile! {:start 0 :indent 0 :broken? false :spread? false})}]
      (add-token {:open block :text (or prefix per-line-prefix "")})
      (binding [*printing* (assoc *printing* :block block)
                *depth* (inc *depth*)]
        (body)
        (take-text))
      (vswap! (:tokens *printing*) conj {:close block :text (or suffix "")}))))

(defn- option-pairs
  "[options body] of forms that begin with keyword options."
  [forms]
  (loop [options {} more forms]
    (if (and (keyword? (first more)) (next more))
      (recur (assoc options (first more) (second more)) (nnext more))
      [options more])))

(defmacro pprint-logical-block
  "Prints the body as a logical block. Options: :prefix, :per-line-prefix, :suffix."
  {:added "1.2" :arglists '([options* body])}
  [& args]
  (let [[{:keys [prefix per-line-prefix suffix]} body] (option-pairs args)]
    `(print-block ~prefix ~per-line-prefix ~suffix (fn [] ~@body nil))))

(defmacro print-length-loop
  "A loop that prints ... and ends after *print-length* rounds."
  {:added "1.3"}
  [bindings & body]
  (let [n (gensym "n__")
        names (take-nth 2 bindings)
        counted (fn counted [form]
                  (cond
                    (and (seq? form) (= 'recur (first form))) `(recur (inc ~n) ~@(rest form))
                    (seq? form) (with-meta (apply list (map counted form)) (meta form))
                    (vector? form) (mapv counted form)
                    :else form))]
    `(loop [~n 0 ~@bindings]
       (if (or (nil? *print-length*) (< ~n *print-length*))
         (do ~@(map counted body))
         (print "...")))))

;; Layout

(defn- strict-ancestor? [ancestor block]
  (loop [b (:parent block)]
    (cond
      (nil? b) false
      (identical? b ancestor) true
      :else (recur (:parent b)))))

(defn- token-text [token]
  (if (string? token) token (or (:text token) "")))

(defn- width-until
  "The width of the tokens from index i up to a newline place for which stop? holds, or more than
  `limit` when it is that much."
  [tokens i limit stop?]
  (loop [i i width 0]
    (if (or (>= i (count tokens)) (> width limit))
      width
      (let [t (nth tokens i)]
        (if (and (:newline t) (stop? t))
          width
          (recur (inc i) (+ width (count (token-text t)))))))))

(defn- break?
  "True when the newline place, token i, becomes a newline; column is where it stands."
  [tokens i column]
  (let [{:keys [newline block]} (nth tokens i)
        {:keys [start broken? spread?]} @(:state block)
        margin *print-right-margin*
        fits? (fn [stop?]
                (or (nil? margin)
                    (< (+ column (width-until tokens (inc i) margin stop?)) margin)))
        outer? (fn [t] (strict-ancestor? (:block t) block))
        linear? (fn [] (or broken? (not (fits? outer?))))
        miser? (fn []
                 (and margin *print-miser-width*
                      (>= start (- margin *print-miser-width*))
                      (linear?)))]
    (case newline
      :mandatory true
      :linear (linear?)
      :miser (miser?)
      :fill (or spread?
                (not (fits? (fn [t] (or (identical? (:block t) block) (outer? t)))))
                (miser?)))))

(defn- note-newline
  "Records a newline in the block: it is broken, and so are the blocks around it, whose current
  pieces now span lines."
  [block]
  (vswap! (:state block) assoc :broken? true :spread? false)
  (loop [b (:parent block)]
    (when b
      (vswap! (:state b) assoc :broken? true :spread? true)
      (recur (:parent b)))))

(defn- trailing-spaces
  "How many spaces the text, which may be nil, ends with."
  [text]
  (loop [n (count text)]
    (if (and (pos? n) (= \space (nth text (dec n))))
      (recur (dec n))
      (- (count text) n))))

(defn- trim-end [text]
  (subs text 0 (- (count text) (trailing-spaces text))))

(defn- spaces [n]
  (apply str (repeat n \space)))

(defn- column-after [column text]
  (let [at (.lastIndexOf text "\n")]
    (if (neg? at)
      (+ column (count text))
      (- (count text) (inc at)))))

(defn- line-start
  "What a new line of the block begins with."
  [block]
  (let [prefixes (loop [b block out ""]
                   (if b (recur (:parent b) (str (or (:per-line b) "") out)) out))
        indent (:indent @(:state block))]
    (str prefixes (spaces (- indent (count prefixes))))))

(defn- lay-out
  "The text of the tokens."
  [tokens]
  (loop [i 0 column 0 out []]
    (if (= i (count tokens))
      (apply str out)
      (let [t (nth tokens i)]
        (cond
          (string? t)
          (recur (inc i) (column-after column t) (conj out t))

          (:open t)
          (let [column (+ column (count (:text t)))]
            (vswap! (:state (:open t)) assoc :start column :indent column)
            (recur (inc i) column (conj out (:text t))))

          (:indent t)
          (let [{:keys [start]} @(:state (:block t))]
            (vswap! (:state (:block t)) assoc
                    :indent (+ (:n t) (if (= :block (:indent t)) start column)))
            (recur (inc i) column out))

          (:newline t)
          ;; Spaces before a newline are dropped, also when deciding whether the rest fits.
          (if (break? tokens i (- column (trailing-spaces (peek out))))
            (let [start (line-start (:block t))]
              (note-newline (:block t))
              (recur (inc i)
                     (count start)
                     (conj (if (seq out) (conj (pop out) (trim-end (peek out))) out)
                           "\n" start)))
            (recur (inc i) column out))

          :else
          (recur (inc i) (+ column (count (:text t))) (conj out (:text t))))))))

;; Dispatch

(declare simple-dispatch)

(def ^{:dynamic true :doc "The function that prints a value in pprint."}
  *print-pprint-dispatch* nil)

(defn write-out
  "Prints a value as part of a pprint in progress."
  {:added "1.2"}
  [object]
  (if *print-pretty*
    ((or *print-pprint-dispatch* simple-dispatch) object)
    (pr object)))

(defn- print-items
  "Prints the items as a block, `separator` and a newline place between them."
  [prefix suffix separator kind items]
  (print-block prefix nil suffix
               (fn []
                 (loop [n 0 more (seq items)]
                   (when more
                     (if (and *print-length* (>= n *print-length*))
                       (print "...")
                       (do
                         (write-out (first more))
                         (when (next more)
                           (print separator)
                           (pprint-newline kind)
                           (recur (inc n) (next more))))))))))

(def ^:private reader-macros
  {'quote "'" 'clojure.core/deref "@" 'var "#'" 'clojure.core/unquote "~"})

(defn- print-list [items]
  (let [prefix (get reader-macros (first items))]
    (if (and prefix (= 2 (count items)))
      (do
        (print prefix)
        (write-out (second items)))
      (print-items "(" ")" " " :linear items))))

(defn- common-namespace
  "The namespace that all keys of the map share and that printing may lift out, or nil."
  [m]
  (when (and *print-namespace-maps* (seq m) (not (record? m)))
    (let [ks (keys m)]
      (when (every? qualified-ident? ks)
        (let [n (namespace (first ks))]
          (when (every? (fn [k] (= n (namespace k))) ks)
            n))))))

(defn- print-map [m]
  (let [shared (common-namespace m)
        show-key (fn [k]
                   (if shared
                     (if (keyword? k) (keyword (name k)) (symbol (name k)))
                     k))]
    (print-block (if shared (str "#:" shared "{") "{") nil "}"
                 (fn []
                   (loop [n 0 entries (seq m)]
                     (when entries
                       (if (and *print-length* (>= n *print-length*))
                         (print "...")
                         (let [[k v] (first entries)]
                           (print-block nil nil nil
                                        (fn []
                                          (write-out (show-key k))
                                          (print " ")
                                          (pprint-newline :linear)
                                          (write-out v)))
                           (when (next entries)
                             (print ", ")
                             (pprint-newline :linear)
                             (recur (inc n) (next entries)))))))))))

(defn- print-reference [r]
  (let [waiting? (and (instance? clojure.lang.IPending r) (not (realized? r)))]
    (print-block (str "#<" (.getSimpleName (class r)) "@"
                      (Integer/toHexString (System/identityHashCode r)) ": ")
                 nil ">"
                 (fn []
                   (pprint-newline :linear)
                   (write-out (if waiting? :not-delivered @r))))))

(defn- print-other [x]
  (cond
    (and (some? x) (.isArray (class x))) (print-items "[" "]" ", " :fill x)
    (and *print-suppress-namespaces* (symbol? x)) (print (name x))
    :else (pr x)))

(defmulti simple-dispatch
  "Prints data, as pprint does by default."
  {:added "1.2"}
  class)

(defmethod simple-dispatch clojure.lang.ISeq [x] (print-list x))
(defmethod simple-dispatch clojure.lang.IPersistentVector [x] (print-items "[" "]" " " :linear x))
(defmethod simple-dispatch clojure.lang.IPersistentMap [x] (print-map x))
(defmethod simple-dispatch clojure.lang.IPersistentSet [x] (print-items "#{" "}" " " :linear x))
(defmethod simple-dispatch clojure.lang.PersistentQueue [x] (print-items "<-(" ")-<" " " :linear x))
(defmethod simple-dispatch clojure.lang.Var [x] (print-other x))
(defmethod simple-dispatch clojure.lang.IDeref [x] (print-reference x))
(defmethod simple-dispatch nil [x] (pr nil))
(defmethod simple-dispatch :default [x] (print-other x))

(prefer-method simple-dispatch clojure.lang.ISeq clojure.lang.IPersistentVector)
(prefer-method simple-dispatch clojure.lang.Var clojure.lang.IDeref)

;; Code: special shapes for the forms that have a body.

(defn- print-body
  "Prints a list whose first `n` elements stay on the line and the rest are indented by two."
  [n items]
  (print-block "(" nil ")"
               (fn []
                 (pprint-indent :block 1)
                 (loop [i 0 more (seq items)]
                   (when more
                     (write-out (first more))
                     (when (next more)
                       (print " ")
                       (pprint-newline (if (< i n) :miser :linear))
                       (recur (inc i) (next more))))))))

(def ^:private body-positions
  '{defn 1 defn- 1 defmacro 1 def 1 let 1 loop 1 when 1 when-not 1 when-let 1 if-let 1 binding 1
    doseq 1 dotimes 1 for 1 fn 1 fn* 1 let* 1 loop* 1 if 1 if-not 1 ns 1 defmethod 2 deftest 1
    testing 1 with-open 1 doto 1 case 1 cond-> 1 while 1})

(defn- bare-name [sym]
  (if (= "clojure.core" (namespace sym)) (symbol (name sym)) sym))

(defmulti code-dispatch
  "Prints code: forms with a body have it indented by two."
  {:added "1.2"}
  class)

(defmethod code-dispatch clojure.lang.ISeq [x]
  (let [head (first x)
        n (when (symbol? head) (get body-positions (bare-name head)))]
    (cond
      (and (get reader-macros head) (= 2 (count x))) (print-list x)
      n (print-body n x)
      :else (print-items "(" ")" " " :linear x))))

(defmethod code-dispatch :default [x] (simple-dispatch x))

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

(defn- pretty-text
  "The text of the value laid out over lines."
  [object]
  (let [tokens (volatile! [])]
    (binding [*printing* {:tokens tokens :block nil}
              *depth* 0
              *out* (clojure.core/-string-writer)]
      (write-out object)
      (take-text))
    (lay-out @tokens)))

(defn write
  "Prints the value, by default as pprint does, without a newline at the end. Options: :pretty,
  :right-margin, :miser-width, :dispatch, :length, :level, :readably, :suppress-namespaces, and
  :stream, where true means *out* and nil returns the text."
  {:added "1.2"}
  [object & kw-args]
  (let [{:keys [stream] :as options} (merge {:stream true} (apply hash-map kw-args))]
    (binding [*print-pretty* (get options :pretty *print-pretty*)
              *print-right-margin* (get options :right-margin *print-right-margin*)
              *print-miser-width* (get options :miser-width *print-miser-width*)
              *print-pprint-dispatch* (get options :dispatch *print-pprint-dispatch*)
              *print-length* (get options :length *print-length*)
              *print-level* (get options :level *print-level*)
              *print-readably* (get options :readably *print-readably*)
              *print-suppress-namespaces* (get options :suppress-namespaces
                                               *print-suppress-namespaces*)]
      (let [text (if *print-pretty* (pretty-text object) (pr-str object))]
        (cond
          (nil? stream) text
          (true? stream) (do (print text) nil)
          :else (binding [*out* stream] (print text) nil))))))

(defn pprint
  "Prints the value over several lines where it is too wide for one, and a newline."
  {:added "1.2"}
  ([object] (pprint object *out*))
  ([object writer]
   (let [text (pretty-text object)]
     (binding [*out* writer]
       (print text)
       (newline)))))

(defmacro pp
  "Prints the last value of the REPL as pprint does."
  {:added "1.2"}
  []
  `(pprint *1))

(defn print-table
  "Prints the maps as a table with a column for each of the keys, by default those of the first."
  {:added "1.3"}
  ([rows] (print-table (keys (first rows)) rows))
  ([ks rows]
   (when (seq rows)
     (let [widths (map (fn [k]
                         (apply max (count (str k)) (map (fn [row] (count (str (get row k)))) rows)))
                       ks)
           rule (map (fn [w] (apply str (repeat w "-"))) widths)
           cell (fn [width x] (let [s (str x)] (str (spaces (- width (count s))) s)))
           line (fn [left middle right cells]
                  (str left (apply str (interpose middle (map cell widths cells))) right))]
       (println)
       (println (line "| " " | " " |" ks))
       (println (line "|-" "-+-" "-|" rule))
       (doseq [row rows]
         (println (line "| " " | " " |" (map (fn [k] (get row k)) ks))))))))

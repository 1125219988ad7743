;; clojure.tools.cli: the interface of the contrib library of that name, version 1.0. A library of
;; that name on the class path takes the place of this one.
;;
;; Arguments are first cut into tokens, [:short-opt "-p" "80"], [:long-opt "--port" "80"]; which
;; options take an argument is all that this needs to know. Then the tokens are looked up.

(ns clojure.tools.cli
  "Reads the arguments of a command line."
  (:require [clojure.string :as str]))

;; Tokens

(defn- short-tokens
  "[tokens rest-args] of an argument such as -abc: options a and b, or option a with argument bc."
  [needs-argument? arg more]
  (loop [letters (rest arg) tokens []]
    (let [option (str \- (first letters))
          following (next letters)]
      (cond
        (not (needs-argument? option))
        (let [tokens (conj tokens [:short-opt option])]
          (if following (recur following tokens) [tokens more]))

        following [(conj tokens [:short-opt option (apply str following)]) more]
        :else [(conj tokens [:short-opt option (first more)]) (rest more)]))))

(defn- long-tokens
  "[tokens rest-args] of an argument such as --port or --port=80."
  [needs-argument? arg more]
  (cond
    (re-find #"^--\S+=" arg)
    [[(into [:long-opt] (str/split arg #"=" 2))] more]

    (and (needs-argument? arg) (some? (first more)))
    [[[:long-opt arg (first more)]] (rest more)]

    :else
    [[[:long-opt arg]] (if (needs-argument? arg) (rest more) more)]))

(defn- tokenize
  "[tokens other-arguments] of the arguments. -- ends the options, and with in-order? so does the
  first argument that is none."
  [needs-argument? args in-order?]
  (loop [tokens [] others [] args args]
    (let [arg (first args) more (rest args)]
      (cond
        (not arg) [tokens others]
        (= "--" arg) [tokens (into others more)]
        (or (re-find #"^--" arg) (re-find #"^-." arg))
        (let [cut (if (str/starts-with? arg "--") long-tokens short-tokens)
              [found more] (cut needs-argument? arg more)]
          (recur (into tokens found) others more))
        in-order? [tokens (into others args)]
        :else (recur tokens (conj others arg) more)))))

;; Option specs

(def ^:private known-keys
  [:id :short-opt :long-opt :required :desc :default :default-desc :default-fn
   :parse-fn :assoc-fn :update-fn :validate-fn :validate-msg :missing])

(defn- known-entries
  "The map without unknown keys, about which it warns while *assert* is true."
  [m]
  (when *assert*
    (when-let [unknown (keys (apply dissoc m known-keys))]
      (binding [*out* *err*]
        (println (str "Warning: The following options to parse-opts are unrecognized: "
                      (str/join ", " unknown))))))
  (select-keys m known-keys))

(defn- spec-of-vector
  "The spec map of a vector [short long-with-argument description key value …]."
  [v]
  (let [texts (take-while (fn [x] (or (nil? x) (string? x))) v)
        given (apply hash-map (drop (count texts) v))
        [short-opt long-opt desc] texts
        [_ long-opt required] (when-let [text (or long-opt (:long-opt given))]
                                (re-find #"^(--[^ =]+)(?:[ =](.*))?" text))
        id (when long-opt
             (keyword (str/replace-first long-opt #"^--(\[no-\])?" "")))
        checks (partition 2 2 (repeat nil) (:validate given))]
    (merge {:id id
            :short-opt short-opt
            :long-opt long-opt
            :required required
            :desc desc
            :validate-fn (seq (map first checks))
            :validate-msg (seq (map second checks))}
           (known-entries (dissoc given :validate)))))

(defn- in-sequence [spec k]
  (let [x (get spec k)]
    (if (or (nil? x) (coll? x)) spec (assoc spec k [x]))))

(defn- all-different? [xs]
  (or (empty? xs) (apply distinct? xs)))

(defn- compile-option-specs
  "The specs as maps. Each needs an :id; :short-opt and :long-opt must be unique, and so must the
  :id among those with a :default."
  [option-specs]
  {:post [(every? :id %)
          (all-different? (map :id (filter :default %)))
          (all-different? (map :id (filter :default-fn %)))
          (all-different? (keep :short-opt %))
          (all-different? (keep :long-opt %))
          (not-any? (fn [spec] (and (:assoc-fn spec) (:update-fn spec))) %)]}
  (map (fn [spec]
         (-> (if (map? spec) (known-entries spec) (spec-of-vector spec))
             (in-sequence :validate-fn)
             (in-sequence :validate-msg)))
       option-specs))

(defn- values-by-id
  "Pairs of :id and the value at k of the specs that have k."
  [specs k]
  (reduce (fn [m spec] (if (contains? spec k) (assoc m (:id spec) (get spec k)) m))
          {}
          specs))

(defn- spellings
  "What an option may be written as: --[no-]x is --x and --no-x."
  [option]
  (if-let [[_ tail] (re-find #"^--\[no-\](.*)" option)]
    #{(str "--" tail) (str "--no-" tail)}
    #{option}))

(defn- find-spec [specs kind option]
  (first (filter (fn [spec]
                   (when-let [known (get spec kind)]
                     (contains? (spellings known) option)))
                 specs)))

;; Parsing. The value of an option is {:value v} or {:error message}.

(defn- quoted [& texts]
  (pr-str (str/join \space texts)))

(defn- missing-argument [option required]
  (str "Missing required argument for " (quoted option required)))

(defn- check-value [{:keys [validate-fn validate-msg]} option argument value]
  (loop [checks (seq validate-fn) messages validate-msg]
    (cond
      (nil? (first checks))
      {:value value}

      (try ((first checks) value) (catch Throwable _ false))
      (recur (next checks) (next messages))

      :else
      {:error (str "Failed to validate " (quoted option argument)
                   (when-let [message (first messages)] (str ": " message)))})))

(defn- parse-value [{:keys [parse-fn] :as spec} option argument raw]
  (let [{:keys [error value]} (if parse-fn
                                (try {:value (parse-fn raw)}
                                     (catch Throwable t
                                       {:error (str "Error while parsing option "
                                                    (quoted option argument) ": " t)}))
                                {:value raw})]
    (if error
      {:error error}
      (check-value spec option argument value))))

(defn- option-value [{:keys [required long-opt] :as spec} option argument]
  (cond
    (and required (nil? argument)) {:error (missing-argument option required)}
    required (parse-value spec option argument argument)
    :else (parse-value spec option argument
                       (not (and long-opt
                                 (str/starts-with? long-opt "--[no-]")
                                 (str/starts-with? option "--no-"))))))

(defn- apply-token
  "Adds what a token says to {:options :given :errors}."
  [specs strict? state [kind option argument]]
  (let [fail (fn [message] (update state :errors conj message))]
    (if-let [{:keys [id required update-fn assoc-fn] :as spec} (find-spec specs kind option)]
      (let [{:keys [error value]} (option-value spec option argument)]
        (cond
          error (fail error)
          (and strict? (some (fn [k] (find-spec specs k argument)) [:short-opt :long-opt]))
          (fail (missing-argument option required))
          :else (-> state
                    (update :options (fn [options]
                                       (if update-fn
                                         (update options id update-fn)
                                         ((or assoc-fn assoc) options id value))))
                    (update :given conj id))))
      (fail (str "Unknown option: " (pr-str option))))))

(defn- report-missing [specs state]
  (reduce (fn [state [id message]]
            (if (contains? (:options state) id) state (update state :errors conj message)))
          state
          (filter val (values-by-id specs :missing))))

(defn- compute-defaults [specs state]
  (reduce (fn [state [id f]]
            (if (contains? (:given state) id)
              state
              (assoc-in state [:options id] (f (:options state)))))
          state
          (values-by-id specs :default-fn)))

;; The summary

(defn ^{:added "0.3.0"} make-summary-part
  "The columns of an option's line in the summary: what it is written as, its default when
  show-defaults? is true, and its description."
  [show-defaults? spec]
  (let [{:keys [short-opt long-opt required default-desc desc]} spec
        written (cond
                  (nil? long-opt) short-opt
                  short-opt (str short-opt ", " long-opt)
                  :else (str "    " long-opt))
        default (cond
                  (not required) ""
                  default-desc default-desc
                  (contains? spec :default) (if (nil? (:default spec)) "nil" (str (:default spec)))
                  (:default-fn spec) "<computed>"
                  :else "")
        written (if required (str written \space required) written)]
    (if show-defaults?
      [written default (or desc "")]
      [written (or desc "")])))

(defn- column-format [widths]
  (apply str (map (fn [width] (if (zero? width) "  %s" (str "  %-" width "s"))) widths)))

(defn ^{:added "0.3.0"} format-lines
  "The lines of a table: parts are its rows, lens the widths of its columns."
  [lens parts]
  (map (fn [part] (str/trimr (apply format (column-format lens) part))) parts))

(defn ^{:added "0.3.0"} summarize
  "The text about all options that parse-opts returns as :summary. The specs are compiled ones."
  [specs]
  (if (empty? specs)
    ""
    (let [show-defaults? (some (fn [spec]
                                 (and (:required spec)
                                      (or (contains? spec :default) (contains? spec :default-fn))))
                               specs)
          parts (map (fn [spec] (make-summary-part show-defaults? spec)) specs)
          widths (apply map (fn [& column] (apply max (map count column))) parts)]
      (str/join \newline (format-lines widths parts)))))

(defn ^{:added "0.3.2"} get-default-options
  "The map of the options when no argument is given."
  [option-specs]
  (let [specs (compile-option-specs option-specs)
        defaults (values-by-id specs :default)]
    (reduce (fn [options [id f]]
              (if (contains? options id) options (assoc options id (f defaults))))
            defaults
            (values-by-id specs :default-fn))))

(defn ^{:added "0.3.0"} parse-opts
  "Parses arguments by option specs, each a map or a vector
  [\"-p\" \"--port PORT\" \"description\" key value …] in which texts may be nil or left out at the end.
  An option with an argument names it, as PORT; one without is true when given, and --[no-]x can
  be false. Keys:
    :id            its key among the options, by default the long option's name
    :short-opt :long-opt :required :desc   what the texts say: -p --port PORT description
    :default       its value when it is not given, set before anything is parsed
    :default-fn    a function of the options that returns its value when it is not given
    :default-desc  what the summary shows as the default
    :parse-fn      a function of the argument that returns the value
    :assoc-fn      a function of options, id and value that returns the options, by default assoc
    :update-fn     a function of the old value that returns the new one, in place of the argument
    :validate      a vector of predicates of the value and messages; :validate-fn and
                   :validate-msg have them apart
    :missing       the error when the option has no value
  Returns a map of
    :options       from :id to value
    :arguments     the vector of what is no option
    :summary       a text about the options
    :errors        a vector of messages, or nil
  Flags: :in-order true ends the options at the first argument that is none, :no-defaults true
  leaves defaults out, :strict true takes no option as another's argument, :summary-fn is used in
  place of summarize."
  [args option-specs & options]
  (let [{:keys [in-order no-defaults strict summary-fn]} (apply hash-map options)
        specs (compile-option-specs option-specs)
        needs-argument? (into #{}
                              (comp (filter :required) (mapcat (juxt :short-opt :long-opt))
                                    (remove nil?))
                              specs)
        [tokens others] (tokenize needs-argument? args in-order)
        state (->> (reduce (fn [state token] (apply-token specs strict state token))
                           {:options (values-by-id specs :default) :given #{} :errors []}
                           tokens)
                   (report-missing specs)
                   (compute-defaults specs))]
    {:options (if no-defaults
                (select-keys (:options state) (:given state))
                (:options state))
     :arguments others
     :summary ((or summary-fn summarize) specs)
     :errors (not-empty (:errors state))}))

;; The interface of version 0.2

(defn- switch-name [switch]
  (str/replace switch #"^--no-|^--\[no-\]|^--|^-" ""))

(defn- switch? [x]
  (str/starts-with? x "-"))

(defn- switch-spellings [switches flag?]
  (mapcat (fn [switch]
            (cond
              (and flag? (str/starts-with? switch "--[no-]"))
              [(str/replace switch "[no-]" "no-") (str/replace switch "[no-]" "")]

              (and flag? (str/starts-with? switch "--"))
              [(str/replace switch "--" "--no-") switch]

              :else [switch]))
          switches))

(defn- spec-of-switches
  "The map of a vector [switch … doc? key value …]."
  [v]
  (let [[switches more] (split-with (fn [x] (and (string? x) (switch? x))) v)
        [docs more] (split-with string? more)
        given (apply hash-map more)
        flag (or (str/starts-with? (last switches) "--[no-]") (:flag given))]
    (merge {:switches (switch-spellings switches flag)
            :docs (first docs)
            :aliases (set (map switch-name switches))
            :name (keyword (switch-name (last switches)))
            :parse-fn identity
            :assoc-fn assoc
            :flag flag}
           (when flag {:default false})
           given)))

(defn- banner [description specs]
  (let [rows (list* ["Switches" "Default" "Desc"]
                    ["--------" "-------" "----"]
                    (map (fn [{:keys [switches docs default]}]
                           [(str/join ", " switches) (str default) (or docs "")])
                         specs))
        widths (apply map (fn [& column] (apply max (map count column))) rows)]
    (with-out-str
      (when description
        (println description)
        (println))
      (doseq [row rows]
        (print (apply format (column-format widths) row))
        (prn)))))

(defn- apply-switches
  "[options others] of arguments in which an option and its argument are two."
  [specs args]
  (loop [options (reduce (fn [m spec]
                           (if (contains? spec :default)
                             ((:assoc-fn spec) m (:name spec) (:default spec))
                             m))
                         {}
                         specs)
         others []
         args args]
    (let [arg (first args)
          spec (first (filter (fn [spec] (some #{arg} (:switches spec))) specs))]
      (cond
        (empty? args) [options others]
        (= "--" arg) [options (into others (rest args))]
        (not (switch? arg)) (recur options (conj others arg) (rest args))
        (nil? spec) (throw (Exception. (str "'" arg "' is not a valid argument")))
        :else
        (let [value (if (:flag spec)
                      (not (str/starts-with? arg "--no-"))
                      ((:parse-fn spec) (second args)))]
          (recur ((:assoc-fn spec) options (:name spec) value)
                 others
                 (drop (if (:flag spec) 1 2) args)))))))

(defn cli
  "The older interface: parses args by specs [\"-p\" \"--port\" \"description\" :default 80 …], with the
  keys :default, :parse-fn, :assoc-fn and :flag. Before them may stand a description of the program.
  Returns the options, the other arguments and a text about the options. Throws Exception for an
  option that is not known."
  [args & specs]
  (let [[description specs] (if (string? (first specs))
                              [(first specs) (rest specs)]
                              [nil specs])
        specs (map spec-of-switches specs)
        needs-argument? (set (mapcat :switches (remove :flag specs)))
        [before after] (split-with (fn [arg] (not= "--" arg)) args)
        [tokens others] (tokenize needs-argument? before false)
        [options others] (apply-switches specs (concat (mapcat rest tokens) others after))]
    [options others (banner description specs)]))

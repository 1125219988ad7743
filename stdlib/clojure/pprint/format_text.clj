(ns clojure.pprint.format-text
  "The texts of cl-format, read into a vector of strings and directives: maps of :char, :params, :colon, :at and, for those
  that enclose others, :clauses."
  (:require [clojure.string :as str]))

(def ^{:dynamic true :private true :doc "The text being compiled, for messages."} *text* nil)

(defn- fail [message offset]
  (throw (RuntimeException. (str message "\n" *text* "\n" (apply str (repeat offset \space)) "^\n"))))

(def ^:private specs
  "Of each directive: the keys of its parameters with their defaults, and the flags it takes."
  (let [padding [[:mincol 0] [:colinc 1] [:minpad 0] [:padchar \space]]
        integer [[:mincol 0] [:padchar \space] [:commachar \,] [:commainterval 3]]]
    {\A [padding #{:at :colon :both}], \S [padding #{:at :colon :both}]
     \D [integer #{:at :colon :both}], \B [integer #{:at :colon :both}]
     \O [integer #{:at :colon :both}], \X [integer #{:at :colon :both}]
     \R [(into [[:base nil]] integer) #{:at :colon :both}]
     \P [[] #{:at :colon :both}]
     \C [[[:char-format nil]] #{:at :colon :both}]
     \F [[[:w nil] [:d nil] [:k 0] [:overflowchar nil] [:padchar \space]] #{:at}]
     \E [[[:w nil] [:d nil] [:e nil] [:k 1] [:overflowchar nil] [:padchar \space] [:exponentchar nil]] #{:at}]
     \G [[[:w nil] [:d nil] [:e nil] [:k 1] [:overflowchar nil] [:padchar \space] [:exponentchar nil]] #{:at}]
     \$ [[[:d 2] [:n 1] [:w 0] [:padchar \space]] #{:at :colon :both}]
     \% [[[:count 1]] #{}], \& [[[:count 1]] #{:pretty}], \| [[[:count 1]] #{}], \~ [[[:n 1]] #{}]
     \newline [[] #{:colon :at}]
     \T [[[:colnum 1] [:colinc 1]] #{:at :pretty}]
     \* [[[:n nil]] #{:colon :at}]
     \? [[] #{:at}]
     \( [[] #{:colon :at :both}], \) [[] #{}]
     \[ [[[:selector nil]] #{:colon :at}], \; [[[:min-remaining nil] [:max-columns nil]] #{:colon}], \] [[] #{}]
     \{ [[[:max-iterations nil]] #{:colon :at :both}], \} [[] #{:colon}]
     \< [padding #{:colon :at :both :pretty}], \> [[] #{:colon}]
     \^ [[[:arg1 nil] [:arg2 nil] [:arg3 nil]] #{:colon}]
     \W [[] #{:at :colon :both :pretty}]
     \_ [[] #{:at :colon :both}]
     \I [[[:n 0]] #{:colon}]}))

(def ^:private closing {\( \), \[ \], \{ \}, \< \>})

(defn- read-params
  "[params offset]: the parameters before the flags, each [value offset], where the value is a number, a
  character, :from-arg or :arg-count, or nil. Behind a comma stands a parameter or another comma."
  [text offset]
  (let [c (fn [i] (when (< i (count text)) (nth text i)))]
    (loop [i offset params []]
      (let [[param after] (cond
                            (and (= \' (c i)) (c (inc i))) [(c (inc i)) (+ i 2)]
                            (#{\v \V} (c i)) [:from-arg (inc i)]
                            (= \# (c i)) [:arg-count (inc i)]
                            :else (if-let [digits (re-find #"^[+-]?\d+" (subs text i))]
                                    [(parse-long digits) (+ i (count digits))]
                                    [nil i]))]
        (cond
          (= \, (c after)) (recur (inc after) (conj params [param i]))
          (some? param) [(conj params [param i]) after]
          (seq params) (fail "Badly formed parameters in format directive" i)
          :else [params after])))))

(defn- check-flags [c flags offset {allowed-at :at allowed-colon :colon allowed-both :both}]
  (let [place (fn [flag] (let [i (.indexOf flags flag)] (when-not (neg? i) (+ offset i))))
        at (place "@")
        colon (place ":")
        illegal (fn [flag] (str "\"" flag "\" is an illegal flag for format directive \"" c "\""))]
    (cond
      (and at (not allowed-at)) (fail (illegal "@") at)
      (and colon (not allowed-colon)) (fail (illegal ":") colon)
      (and at colon (not allowed-both))
      (fail (str "Cannot combine \"@\" and \":\" flags for format directive \"" c "\"") (min at colon)))))

(defn- read-directive
  "The directive whose ~ is before offset, with :end, the offset after it."
  [text offset]
  (let [[params i] (read-params text offset)
        flags (re-find #"^[:@]*" (subs text i))
        flags-offset i
        i (+ i (count flags))
        c (if (< i (count text))
            (let [c (nth text i)] (if (= c \newline) c (Character/toUpperCase c)))
            (fail "The format text ends inside a directive" (dec (count text))))
        colon (str/includes? flags ":")
        at (str/includes? flags "@")
        [keys-and-defaults allowed] (specs c)]
    (doseq [flag [":" "@"]]
      (when (str/includes? (str/replace-first flags flag "") flag)
        (fail (str "Flag \"" flag "\" appears more than once in a directive") (dec i))))
    (when (nil? allowed)
      (fail (str "Directive \"" (nth text i) "\" is undefined") i))
    (check-flags c flags flags-offset allowed)
    (when (> (count params) (count keys-and-defaults))
      (fail (str "Too many parameters for directive \"" c "\": " (count params)
                 (if (= 1 (count params)) " was" " were") " specified but only "
                 (count keys-and-defaults) (if (= 1 (count keys-and-defaults)) " is" " are") " allowed")
            offset))
    (doseq [[[k] [param offset]] (map vector keys-and-defaults params)]
      (when-not (or (nil? param) (keyword? param)
                    (= (char? param) (boolean (#{:padchar :commachar :overflowchar :exponentchar :char-format} k))))
        (fail (str "Parameter " (name k) " has bad type in directive \"" c "\": " (class (if (int? param) (int param) param)))
              offset)))
    {:char c :colon colon :at at :offset i :end (inc i)
     :params (mapv (fn [[k default] param] [k default param])
                   keys-and-defaults (concat (map first params) (repeat nil)))}))

(defn- skip-line-end
  "What ~ before a line end leaves of the text: the blanks after it are dropped unless it is ~:."
  [{:keys [colon at end]} text]
  [(when at "\n")
   (if colon end (+ end (count (re-find #"^\s*" (subs text end)))))])

(declare compile-until)

(defn- compile-enclosing
  "[directive offset] of a directive that encloses clauses."
  [{:keys [char end offset] :as directive} text]
  (loop [clauses [] separators [] i end]
    (let [[items closer i] (compile-until text i #{(closing char) \;})]
      (cond
        (nil? closer) (fail "No closing bracket found." offset)
        (= \; (:char closer))
        (recur (conj clauses items) (conj separators closer) i)
        :else
        (let [clauses (conj clauses items)
              else? (fn [separator] (:colon separator))]
          (when (and (= char \[) (some else? (butlast separators)))
            (fail "A plain clause (with \"~;\") follows an else clause (\"~:;\") inside bracket construction."
                  offset))
          [(assoc directive
                  :clauses clauses
                  :first-separator (first separators)
                  :else? (boolean (and (seq separators) (else? (peek separators))))
                  :closer closer)
           i])))))

(defn- compile-until
  "[items closer offset]: compiles up to a directive of one of the closers, or to the end."
  [text offset closers]
  (loop [i offset items []]
    (let [tilde (.indexOf text "~" i)
          items (let [plain (subs text i (if (neg? tilde) (count text) tilde))]
                  (if (= "" plain) items (conj items plain)))]
      (if (neg? tilde)
        [items nil (count text)]
        (let [{:keys [char end] :as directive} (read-directive text (inc tilde))]
          (cond
            (closers char) [items directive end]
            (closing char) (let [[enclosing i] (compile-enclosing directive text)]
                             (recur i (conj items enclosing)))
            (#{\; \) \] \} \>} char) (fail (str "~" char " stands outside of what it ends or divides")
                                           (:offset directive))
            (= char \newline) (let [[line-end i] (skip-line-end directive text)]
                                (recur i (if line-end (conj items line-end) items)))
            :else (recur end (conj items directive))))))))

(defn compile-format
  "{:items items} of a format text; none of nil. Throws for what is neither text nor a seq."
  [text]
  (if (string? text)
    (binding [*text* text] {:items (first (compile-until text 0 #{}))})
    (do (seq text) {:items nil})))

(defn pretty?
  "Whether the items need a session of layout."
  [items]
  (some (fn [{:keys [char clauses closer] :as item}]
          (and (map? item)
               (or (#{\W \_ \I} char)
                   (and (= \< char) (:colon closer))
                   (some pretty? clauses))))
        items))

(defn columns?
  "Whether the items ask for columns."
  [items]
  (some (fn [{:keys [char clauses] :as item}]
          (and (map? item)
               (or (#{\T \&} char)
                   (some columns? clauses))))
        items))

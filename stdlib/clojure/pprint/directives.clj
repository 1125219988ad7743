;; The format language of cl-format: Common Lisp's FORMAT (CLtL2, chapter 22), without ~/ and with
;; the few departures of clojure.pprint.
;;
;; Running directives walks a cursor over the arguments, a volatile of {:all :more :at}, where :more is nil when
;; arguments ran out one by one: only then is it an error to ask for more. A directive's runner returns nil, or :up
;; or :colon-up when ~^ ends what is around it.

(ns clojure.pprint.directives
  "What cl-format does."
  (:require [clojure.pprint.format-text :refer [columns? compile-format]]
            [clojure.pprint.layout :as layout]
            [clojure.pprint.numbers :as numbers]
            [clojure.string :as str]))

;; Arguments

(defn- cursor [args]
  (let [all (seq args)]
    (volatile! {:all all :more all :at 0})))

(defn- next-arg [args]
  (let [{:keys [more]} @args]
    (when-not more
      (throw (Exception. "Not enough arguments for format definition")))
    (vswap! args (fn [c] (assoc c :more (next more) :at (inc (:at c)))))
    (first more)))

(defn- go-to [args position]
  (vswap! args (fn [c] (assoc c :at position :more (drop position (:all c))))))

(defn- remaining [args]
  (count (:more @args)))

(defn- done? [args]
  (empty? (:more @args)))

(defn- param-values
  "The parameters as a map, with those that are arguments taken from them, the last one first."
  [params args]
  (reduce (fn [m [k default param]]
            (assoc m k (case param
                         nil default
                         :from-arg (next-arg args)
                         :arg-count (remaining args)
                         param)))
          {}
          (rseq params)))

;; Running. `context` has the functions of clojure.pprint that are needed (:write, :print-integer),
;; and :outer, the cursor of the iteration around.

(declare run-items)

(defn- padding [n c]
  (apply str (repeat n c)))

(defn- print-padded [text {:keys [mincol colinc minpad padchar]} left?]
  (let [least (+ (count text) minpad)
        steps (if (>= least mincol) 0 (inc (quot (- mincol least 1) colinc)))
        pad (padding (+ minpad (* colinc steps)) padchar)]
    (print (if left? (str pad text) (str text pad)))))

(defn- print-value [{:keys [print-integer]} directive params arg]
  (print-padded (or (print-integer arg)
                    (if (= \S (:char directive)) (pr-str arg) (print-str arg)))
                params
                (:at directive)))

(defn- print-radix [context directive base params arg]
  (if (numbers/integral? arg)
    (print (numbers/in-base arg base (assoc params :commas? (:colon directive) :sign? (:at directive))))
    (print-value context {:char \A :at true} (merge {:colinc 1 :minpad 0} params) arg)))

(defn- run-number [context {:keys [char colon at] :as directive} {:keys [base] :as params} arg]
  (case char
    \D (print-radix context directive 10 params arg)
    \B (print-radix context directive 2 params arg)
    \O (print-radix context directive 8 params arg)
    \X (print-radix context directive 16 params arg)
    \R (cond
         (some? (nth (first (:params directive)) 2)) (print-radix context directive base params arg)
         at (if-let [digits (numbers/roman arg colon)]
              (print digits)
              (print-radix context {:colon true} 10 {:mincol 0 :padchar \space :commachar \, :commainterval 3} arg))
         :else (print (or (if colon (numbers/ordinal arg) (numbers/cardinal arg))
                          (str (numbers/in-base arg 10 (assoc params :commas? true))
                               (when colon (numbers/ordinal-suffix arg))))))
    \F (print (numbers/fixed arg params at))
    \E (print (numbers/exponential arg params at))
    \G (print (numbers/general arg params at))
    \$ (print (numbers/dollars arg params at colon))))

(def ^:private character-names
  {8 "Backspace" 9 "Tab" 10 "Newline" 13 "Return" 32 "Space"})

(defn- run-character [{:keys [colon at]} {:keys [char-format]} arg]
  (print (cond
           colon (let [code (int arg)
                       base (bit-and code 127)]
                   (str (when (pos? (bit-and code 128)) "Meta-")
                        (cond
                          (character-names base) (character-names base)
                          (< base 32) (str "Control-" (char (+ base 64)))
                          (= base 127) "Control-?"
                          :else (char base))))
           at (case char-format
                \o (format "\\o%03o" (int arg))
                \u (format "\\u%04x" (int arg))
                nil (pr-str arg))
           :else arg)))

(def ^{:dynamic true :private true :doc "True inside ~(, where columns are not known."} *changing-case* false)

(def ^{:dynamic true :private true
       :doc "A volatile: how much text there was before what was printed last; nil where nothing asks for columns."}
  *last-print* nil)

(defn- current-column
  "The column of the text so far. White space at the end of what was printed last counts when
  something follows it, be it empty."
  []
  (if-let [s (layout/active)]
    (layout/column s)
    (let [text (clojure.core/-written-text *out*)
          line-start (inc (.lastIndexOf text "\n"))
          last-start (max line-start (min (if *last-print* @*last-print* 0) (count text)))]
      (+ (- last-start line-start) (count (str/trimr (subs text last-start)))))))

(defn- print-apart
  "Calls print-it, which prints something that white space before it counts for, if columns do."
  [print-it]
  (cond
    (nil? *last-print*) (print-it)
    (layout/active) (let [result (print-it)]
                      (layout/end-print (layout/active))
                      result)
    :else (do (vreset! *last-print* (count (clojure.core/-written-text *out*)))
              (print-it))))

(defn- print-fresh-line []
  (let [s (layout/active)]
    (cond
      *changing-case* (print "\n")
      s (layout/fresh-line s)
      (not (zero? (current-column))) (print "\n"))))

(defn- run-tab [{:keys [at]} {:keys [colnum colinc]}]
  (let [column (current-column)
        width (cond
                at (let [over (if (pos? colinc) (rem (+ column colnum) colinc) 0)]
                     (+ colnum (if (zero? over) 0 (- colinc over))))
                (< column colnum) (- colnum column)
                (zero? colinc) 0
                :else (- colinc (rem (- column colnum) colinc)))]
    (print-apart (fn [] (print (padding width \space))))))

(defn- capitalized
  "The character as a capital; one that takes two UTF-16 units, and what stands behind such a one, stays as it is."
  [character]
  (if (= 1 (count character)) (str (Character/toUpperCase (nth character 0))) character))

(defn- capitalize-words
  "Capitalizes the first letter, and what \\w matches behind what it does not match: ASCII's letters."
  [text]
  (str/replace text #"^\p{L}|(?<=[\W&&[\u0000-\uFFFF]])\w" capitalized))

(defn- capitalize-first [text]
  (str/replace-first text #"\S" capitalized))

(defn- text-of
  "[text signal]: what the items print."
  [context items args]
  (let [signal (volatile! nil)
        text (binding [*last-print* (when *last-print* (volatile! 0))]
               (with-out-str (vreset! signal (run-items context items args))))]
    [text @signal]))

(defn- run-case [context {:keys [colon at clauses]} args]
  (let [[text signal] (binding [*changing-case* true] (text-of context (first clauses) args))
        lower (str/lower-case text)]
    (when-not (= "" text)
      (print-apart (fn []
                     (print (cond
                              (and colon at) (str/upper-case text)
                              colon (capitalize-words lower)
                              at (capitalize-first lower)
                              :else lower)))))
    signal))

(defn- run-choice [context {:keys [colon at clauses else?]} {:keys [selector]} args]
  (cond
    colon (run-items context (nth clauses (if (next-arg args) 1 0) nil) args)
    at (let [before (:at @args)]
         (when (next-arg args)
           (go-to args before)
           (run-items context (first clauses) args)))
    :else (let [n (or selector (next-arg args))
                chosen (cond
                         (and (>= n 0) (< n (count clauses))) (nth clauses n)
                         else? (peek clauses))]
            (when chosen
              (run-items context chosen args)))))

(defn- iterate-items
  "Runs step again and again, until there are no arguments, the most iterations are done, or step
  returns a signal."
  [construct args {:keys [max-iterations]} at-least-once? step]
  (loop [n 0 last-at -1]
    (when (and (nil? max-iterations) (= last-at (:at @args)) (> n 1))
      (throw (RuntimeException. (str construct " construct not consuming any arguments: Infinite loop!"))))
    (when-not (or (and (done? args) (not (and at-least-once? (zero? n))))
                  (and max-iterations (>= n max-iterations)))
      (let [at (:at @args)]
        (when-not (step)
          (recur (inc n) at))))))

(defn- run-iteration [context {:keys [colon at clauses closer]} params args]
  (let [items (if (seq (first clauses))
                (first clauses)
                (:items (compile-format (next-arg args))))
        over (if at args (cursor (next-arg args)))]
    (iterate-items (if (and at (not colon)) "%@{" "%{") over params (:colon closer)
                   (if colon
                     (fn []
                       (= :colon-up (run-items (assoc context :outer over) items (cursor (next-arg over)))))
                     (fn [] (run-items context items over))))
    nil))

(defn- run-justification
  [context {:keys [clauses colon at first-separator]} {:keys [mincol colinc minpad padchar]} args]
  (let [overflow (when (:colon first-separator)
                   [(first (text-of context (first clauses) args))
                    (param-values (:params first-separator) args)])
        texts (loop [more (if overflow (rest clauses) clauses) texts []]
                (if (empty? more)
                  texts
                  (let [[text signal] (text-of context (first more) args)]
                    (if signal texts (recur (rest more) (conj texts text))))))
        pads-before? (or colon (and (= 1 (count texts)) (not at)))
        gaps (+ (dec (count texts)) (if pads-before? 1 0) (if at 1 0))
        length (reduce + (map count texts))
        least (+ length (* gaps minpad))
        width (if (<= least mincol)
                mincol
                (+ mincol (* colinc (quot (+ (- least mincol) colinc -1) colinc))))
        free (- width length)
        pad (if (pos? gaps) (max minpad (quot free gaps)) 0)
        extra (- free (* pad gaps))]
    (when-let [[text {:keys [min-remaining max-columns]}] overflow]
      (when (> (+ (current-column) (or min-remaining 0) width) (or max-columns 72))
        (print text)))
    (loop [more texts pad-here? pads-before? extra extra]
      (when (seq more)
        (when pad-here?
          (print (padding (+ pad (if (pos? extra) 1 0)) padchar)))
        (print (first more))
        (recur (rest more) true (if pad-here? (dec extra) extra))))
    (when at
      (print (padding pad padchar)))
    nil))

(defn- run-block [context {:keys [clauses colon]} args]
  (let [[before body after] (case (count clauses)
                              1 [nil (first clauses) nil]
                              2 [(first clauses) (second clauses) nil]
                              clauses)
        plain (fn [items default] (if (seq items) (apply str items) default))
        inner (cursor (next-arg args))] ; the JVM knows no difference with "@"
    (layout/block (plain before (when colon "(")) nil (plain after (when colon ")"))
                  (fn [] (run-items context body inner)))
    nil))

(defn- escape? [context {:keys [colon]} {:keys [arg1 arg2 arg3]} args]
  (cond
    arg3 (<= arg1 arg2 arg3)
    arg2 (= arg1 arg2)
    arg1 (= arg1 0)
    :else (done? (if colon (or (:outer context) args) args))))

(defn- run-directive [{:keys [write] :as context} {:keys [char colon at clauses closer] :as directive} args]
  (let [params (param-values (:params directive) args)]
    (case char
      (\A \S) (print-value context directive params (next-arg args))
      (\D \B \O \X \R \F \E \G \$) (run-number context directive params (next-arg args))
      \P (do
           (when colon
             (go-to args (dec (:at @args))))
           (let [one? (= 1 (next-arg args))]
             (print (if at (if one? "y" "ies") (if one? "" "s")))))
      \C (run-character directive params (next-arg args))
      \% (print (padding (:count params) \newline))
      \& (when (pos? (:count params))
           (print-fresh-line)
           (print (padding (dec (:count params)) \newline)))
      \| (print (padding (:count params) \formfeed))
      \~ (print (padding (:n params) \~))
      \T (run-tab directive params)
      \* (let [n (:n params)]
           (go-to args (cond
                         at (or n 0)
                         colon (- (:at @args) (or n 1))
                         :else (+ (:at @args) (or n 1))))
           nil)
      \? (let [items (:items (compile-format (next-arg args)))]
           (run-items context items (if at args (cursor (next-arg args))))
           nil)
      \( (run-case context directive args)
      \[ (run-choice context directive params args)
      \{ (run-iteration context directive params args)
      \< (if (:colon closer)
           (run-block context directive args)
           (run-justification context directive params args))
      \^ (when (escape? context directive params args)
           (if colon :colon-up :up))
      \W (when (write (next-arg args) directive) :up)
      \_ (layout/newline-place (cond (and colon at) :mandatory colon :fill at :miser :else :linear))
      \I (layout/indent (if colon :current :block) (:n params)))))

(def ^:private signals #{:up :colon-up})

(def ^:private printing
  "The directives that print at once, be it nothing; what others enclose prints for itself."
  (set "ASDBOXRPCFEG$|~W"))

(defn- run-items [context items args]
  (loop [more (seq items)]
    (when more
      (let [item (first more)
            signal (cond
                     (string? item) (print-apart (fn [] (print item)))
                     (printing (:char item)) (print-apart (fn [] (run-directive context item args)))
                     :else (run-directive context item args))]
        (or (signals signal)
            (recur (next more)))))))

(defn execute
  "Prints to *out* what the compiled format text says."
  [{:keys [items]} args context]
  (binding [*last-print* (when (columns? items) (volatile! 0))]
    (run-items context items (cursor args)))
  nil)

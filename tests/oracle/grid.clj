;; Prints what the calls of a grid answer, one line each, for tests/oracle/grid: `key => answer`.
;;
;; An answer is the value and its class, or the class and message of what was thrown, and what was printed.
(ns grid
  (:require [clojure.core.protocols] [clojure.core.reducers] [clojure.data] [clojure.datafy] [clojure.edn :as edn] [clojure.instant]
            [clojure.math] [clojure.pprint :as pp] [clojure.repl] [clojure.set] [clojure.spec.alpha] [clojure.stacktrace] [clojure.string :as str]
            [clojure.template] [clojure.walk] [clojure.zip])
  (:import (java.io PushbackReader StringReader StringWriter)))

(defrecord Pair [a b])
(deftype Box [x])

(defn one-line [s] (str/escape (str s) {\newline "\\n" \return "\\r"}))

(defmacro answer
  "The answer of a form as a line."
  [form]
  `(let [out# (StringWriter.)
         text# (binding [*out* out# *print-length* 30 *print-level* 8]
                 (try (let [value# ~form] (str (pr-str value#) " : " (when (some? value#) (.getName ^Class (class value#)))))
                      (catch Throwable e# (str "! " (.getName (class e#)) ": " (.getMessage e#) (when (ex-data e#) (str " " (ex-data e#)))))))]
     (one-line (if (= "" (str out#)) text# (str text# " printed " (pr-str (str out#)))))))

(defmacro tell [& parts] `(println ~@(butlast parts) "=>" (answer ~(last parts))))

;; Functions: every public one of a namespace with every value, pair or triple

(defmacro values
  "[text function] of each form: a value that is made anew for each call."
  [& forms]
  (mapv (fn [form] [(pr-str form) `(fn [] ~form)]) forms))

(def few
  (values nil 1 -1 2.5 "abc" \a :k 'sym [1 2] {:a 1} #{1 2} '(1 2) (map inc [1 2]) inc + (constantly nil) (atom {:a 1}) (int-array [1 2])))

(def some-more
  (into few (values true false 0 Long/MAX_VALUE ##NaN (float 1.5) 1/2 3N 1.50M "" [] [[:a 1]] [[:a 1] [:b 2]] [1 [2 [3]] {:a [4]}] {} (sorted-map 1 :x 2 :y)
                    (sorted-set 3 1 2) () (conj clojure.lang.PersistentQueue/EMPTY 1 2) odd? vector compare (constantly 5) (map inc) #"[a-z]" (ref 1) String
                    (object-array ["x" nil]) (transient [1]) (transient {:a 1}) (Pair. 1 2) (ex-info "boom" {:a 1}))))

(def all
  (into some-more (values 7 (int 2) 100000000000000000000N "1" "[1 :a]" :n/k 'n/sym ["a" "b"] (first {:a 1}) {:k [1] nil 2} #{} (range 3) (map inc nil) (cons 1 nil)
                          identity #'inc (delay 3) Long (the-ns 'clojure.set) (double-array [1.5]) (char-array "hi") (byte-array [1 -1]) (java.util.ArrayList. [1 2])
                          (java.util.HashMap. {:a 1}) (IllegalStateException. "st") (java.util.Date. 0) #uuid "00000000-0000-0001-0000-000000000002"
                          (java.time.Instant/ofEpochMilli 1) (clojure.zip/vector-zip [1 [2]]) (reduced 4) (StringBuilder. "sb") (tagged-literal 'foo 1) (Box. 1))))

(def excluded
  "Functions that change the process or what the others see, that wait, or whose answers are never the same."
  '#{-reset-methods add-classpath add-tap agent alias all-ns alter-meta! alter-var-root apropos await await-for bean cached-compile compile construct-proxy create-ns derive
     dir-fn e err->msg eval exercise exercise-fn extend file-seq find-doc future-call gen gensym get-pretty-writer get-proxy-class hash hash-combine identity-hash import
     in-ns init-opt init-proxy intern load load-file load-reader load-script load-string loaded-libs main ns-aliases ns-imports ns-interns ns-map ns-publics ns-refers
     ns-unalias ns-unmap pcalls pmap pool pop-thread-bindings print-cause-trace print-ctor print-dup print-method print-stack-trace print-throwable promise
     proxy-call-with-super proxy-mappings proxy-name pst push-thread-bindings rand rand-int rand-nth random random-sample random-uuid read read+string read-line refer
     registry release-pending-sends remove-ns remove-tap rep+impl rep-impl alt-impl repl report-error require reset-meta! restart-agent root-cause sample send send-off send-via seque
     set-agent-send-executor! set-agent-send-off-executor! set-break-handler! shuffle shutdown-agents slurp source-fn spit thread-stopper underive update-proxy use
     with-bindings* with-redefs-fn write-out})

(defn takes? [v n]
  (let [arglists (:arglists (meta v))]
    (or (nil? arglists) (zero? n) (some (fn [args] (or (some #{'&} args) (= n (count args)))) arglists))))

(defn functions [n & namespaces]
  (doseq [ns-name (or (seq namespaces) '[clojure.core clojure.string clojure.set clojure.walk clojure.zip clojure.edn clojure.data clojure.math clojure.core.reducers clojure.pprint
                                         clojure.template clojure.instant clojure.datafy clojure.core.protocols clojure.repl clojure.stacktrace clojure.spec.alpha])
          [name v] (sort-by key (ns-publics ns-name))
          :when (and (ifn? @v) (not (coll? @v)) (not (:macro (meta v))) (takes? v n) (not (excluded name)) (not (re-find #"^(?:\*|->.|map->)" (str name))))
          :let [values (case (long n) 1 all 2 some-more few)]
          tuple (reduce (fn [tuples _] (for [tuple tuples value values] (conj tuple value))) [[]] (range n))]
    (tell (str ns-name "/" name) (str/join " " (map first tuple))
          (binding [*in* (clojure.lang.LineNumberingPushbackReader. (StringReader. "in put"))]
            (apply @v (map (fn [[_ make]] (make)) tuple))))))

;; Numbers

(def numbers
  [0 1 -1 2 3 7 -7 10 100 Long/MAX_VALUE Long/MIN_VALUE (inc Long/MIN_VALUE) 9007199254740992 4294967296 (int 5) (int -3) Integer/MAX_VALUE (short 4) (byte -2)
   0N 1N -1N 5N -7N 9223372036854775808N -9223372036854775809N 100000000000000000000N (biginteger 6) (biginteger -9) 1/2 -1/2 7/3 -7/3 1/3 9223372036854775807/2
   0M 1M -1M 1.0M 1.50M -2.5M 1E+3M 1E-5M 123456789.123456789M 0.0 -0.0 1.0 -1.0 0.5 -2.5 1e10 1e-10 1e300 -1e300 4.9e-324 1.7976931348623157e308
   9.007199254740993E15 ##Inf ##-Inf ##NaN (float 1.5) (float -0.1) (float 3e38)])

(defn arithmetic []
  (doseq [[name f] (sort-by key (ns-publics 'clojure.core))
          :when (and (re-matches #"[-+*/=<>]{1,2}'?|quot|rem|mod|compare|max|min|bit-.*|unsigned-bit.*|unchecked-.*|inc'?|dec'?|abs|long|int|short|byte|char|double|float|big.*|num|rationalize|hash|str|.*[?]" (str name))
                     (fn? @f) (not (:macro (meta f))))
          n [1 2] :when (takes? f n)
          tuple (if (= n 1) (map vector numbers) (for [a numbers b numbers] [a b]))]
    (tell name (map (fn [x] [(class x) x]) tuple) (apply @f tuple)))
  (doseq [a numbers b numbers [name f] {"divided in 5" (fn [] (with-precision 5 (/ (bigdec a) (bigdec b)))) "times in 3" (fn [] (with-precision 3 :rounding UP (* (bigdec a) (bigdec b))))}]
    (tell name a b (f))))

;; Texts

(def formatted
  [nil true false 0 1 -1 42 1234567 -1234567 Long/MIN_VALUE Integer/MAX_VALUE (int 7) (byte -1) (short 300) 0.0 -0.0 1.0 -1.5 3.14159 123456.789 1e10 1e-7 1e22 ##Inf ##-Inf
   ##NaN (float 2.5) 1M -2.50M 1E+5M 12345.6789M 1e-10M 3N -99999999999999999999N (biginteger 255) 1/3 "abc" "" "héllo" \a \é :kw 'sym [1 2] {:a 1}
   (java.util.Date. 0) #uuid "00000000-0000-0001-0000-000000000002"])

(defn formats []
  (doseq [conversion "dxXoeEfgGaAbBhHsScC%n" flags ["" "-" "#" "+" " " "0" "," "(" "-#" "+," "0," "(," "+0" "- " "(0" "#x"] width ["" "1" "8" "15"] precision ["" ".0" ".3"]
          :let [spec (str "%" flags width precision conversion)]
          value formatted]
    (tell spec (class value) value (format spec value))))

(def patterns
  ["a" "a|b" "(a)(b)?" "[a-c]+" "[^a-c]" "\\d+" "\\D" "\\w+" "\\W" "\\s+" "\\S+" "\\b" "\\B" "^" "$" "\\A" "\\z" "\\Z" "(?m)^" "(?m)$" "(?s)." "." "(?i)AB" "(?x) a b #c" "a*" "a+" "a?"
   "a*?" "a+?" "a??" "a*+" "a++" "a{2}" "a{1,2}" "a{2,}" "(?:ab)+" "(?=b)" "(?!b)" "(?<=a)b" "(?<!a)b" "(?>a+)b" "(?<n>a)\\k<n>" "(a)\\1" "[\\d&&[^5]]" "[a-z&&[^m-p]]" "[a[bc]]"
   "[\\w-]" "[-a]" "[]a]" "[a^]" "\\p{L}" "\\p{Lu}+" "\\P{L}" "\\p{Alpha}" "\\p{Punct}" "\\p{IsLatin}" "\\p{InGreek}" "\\p{javaLowerCase}" "\\Qa.b\\E" "\\x61" "\\u0061" "\\0141" "\\t|\\n"
   "\\R" "\\h" "\\v" "\\X" "(" "[" "a{" "*" "a**" "\\" "(?<1a>x)" "\\k<q>" "[b-a]" "(?z)" "a{2,1}" "\\p{Nope}" "(?<a>x)(?<a>y)" "[[:alpha:]]" "\\cA" "\\e" "(?u)é" "(?iu)É" "é" "😀" "[😀é]"
   "(?d)." "a(?#c)b" "(?-i)a" "((a)|(b))+" "(a|ab)(c|bcd)(d*)" "\\G\\w" ",\\s*" "(?i:a)b" "[\\s\\S]" "\\d{3}-\\d{4}" "(\\w+)@(\\w+)\\.com"])

(def searched
  ["" "a" "ab" "abc" "aab" "aaabbb" "b" "ABab" "a.b" "a1b22c333" "hello world" " x y " "a,b, c,,d,," "foo@bar.com x@y.com" "555-1234" "line1\nline2\r\nline3\n" "héé É" "😀a😀" "ΑΒγ" "mmnop"
   "5" "a^b-c]" "\t\u000b" "abcd" "aa" "#c"])

(defn matches []
  (doseq [pattern patterns]
    (tell pattern (str (re-pattern pattern)))
    (when-let [re (try (re-pattern pattern) (catch Exception _ nil))]
      (doseq [text searched
              [name f] {"find" (fn [] (re-find re text)) "matches" (fn [] (re-matches re text)) "seq" (fn [] (vec (re-seq re text))) "split" (fn [] (str/split text re))
                        "split 2" (fn [] (str/split text re 2)) "split -1" (fn [] (str/split text re -1)) "replace" (fn [] (str/replace text re "<$0>"))
                        "replace-first" (fn [] (str/replace-first text re "<$1>")) "replace by" (fn [] (str/replace text re (fn [m] (str "{" m "}"))))}]
        (tell pattern (pr-str text) name (f))))))

(def readable
  ["1" "-1" "+1" "01" "08" "0x1F" "0xG" "2r101" "36rZz" "37r1" "1r0" "1N" "1M" "1.5M" "1." ".5" "-.5" "1e3" "1E-3" "1e" "1/2" "-1/2" "1/0" "1/2N" "--1" "1a" "a/b" "a/" "/a" "/" "a/b/c" "//" ":a" "::a"
   ":a/b" ":a/" ":/a" ":" "::" ":1" ":a:b" ":a::b" ":a:" "a:" "'a" "`a" "`(a ~b)" "`[~@x]" "~a" "~@a" "@a" "^a b" "^:a b" "^{:a 1} []" "^\"s\" x" "^1 a" "#'a" "#\"a\"" "#\"[\"" "\"a" "\"a\\n\""
   "\"\\q\"" "\"\\u00e9\"" "\"\\u00g9\"" "\"\\101\"" "\"\\400\"" "\\a" "\\newline" "\\u0041" "\\ud800" "\\o101" "\\o400" "\\abc" "\\" "\\(" "()" "(" ")" "[" "]" "[1 2" "{1}" "{1 2}" "{1 2 1 3}"
   "#{1 1}" "#{" "#()" "#(+ % %2)" "#(#())" "#(%&)" "#(%1.5)" "%" "#_a b" "#_" "#_ #_ a b c" ";c\n1" "#!c\n1" "#?(:clj 1)" "#?(:cljs 1 :default 2)" "[#?@(:clj [1 2])]" "#?(:clj)" "#?"
   "#inst \"2020\"" "#inst \"2020-13\"" "#inst 1" "#uuid \"1\"" "#foo 1" "#foo.Bar[1]" "#java.lang.Long[1]" "#:a{:b 1}" "#:a{:b/c 1 :_/d 2}" "#::{:a 1}" "#::x{:a 1}" "#:a[1]" "#: a{}" "#=(+ 1 2)"
   "#<a>" "#" "##Inf" "##foo" "nil" "true" "nil1" "a.b" ".a" "a." "a.b/c" "+" "->" "*a*" "a'" "a#" "#a" "&" "," "1,2" "\"a\"b" "(a . b)" "1.0e400" "9223372036854775808" "0777" "1e1M" "\\formfeed"
   "\\u" "\\x" "\\é" "\\😀" "{:a}" "{:a #_b}" "^:a" "^" "'" "`" "~" "@" "#'" "#^{:a 1} []"])

(defn readers []
  (doseq [text readable
          [name f] {"read" (fn [] (read-string text)) "allow" (fn [] (read-string {:read-cond :allow} text)) "preserve" (fn [] (read-string {:read-cond :preserve} text))
                    "edn" (fn [] (edn/read-string text)) "edn default" (fn [] (edn/read-string {:default vector :eof :none} text))
                    "parse" (fn [] [(parse-long text) (parse-double text) (parse-boolean text) (parse-uuid text)])
                    "forms" (fn [] (let [r (PushbackReader. (StringReader. text))] (doall (take-while (complement #{::end}) (repeatedly 6 (fn [] (read r false ::end)))))))}]
    (tell (pr-str text) name (f))))

(def printed
  [nil true 1 1.5 2N 3M 1/2 "a\"b\n" \a \newline :k :n/k 's 'n/s [] [1 [2 [3 [4]]]] '(1 (2 (3))) {:a {:b {:c 1}}} {:n/a 1 :n/b 2} {:n/a 1 :b 2} #{1} (range 20) (map inc [1 2 3]) (sorted-map :b 1 :a 2)
   (with-meta [1] {:m 1}) (with-meta 'x {:tag 'String}) #inst "2020-01-01" #uuid "00000000-0000-0001-0000-000000000002" #"re" (first {:a 1}) [nil] {nil nil} "" (vec (range 30)) (zipmap (range 12) (range 12))
   ''a '@a '#'x '(fn [a] (let [b 1] (if a b (cond a 1 :else 2)))) ##NaN [##Inf] (float 1.5) () (keyword "a b") (symbol "a b")])

(defn prints []
  (doseq [value printed length [nil 0 1 3] level [nil 0 1 2]]
    (doseq [flags [{#'*print-readably* true} {#'*print-readably* false} {#'*print-meta* true #'*print-namespace-maps* true} {#'*print-dup* true} {#'*print-readably* false #'*print-meta* true}]]
      (tell (map (comp :name meta) (keys flags)) (vals flags) length level (pr-str value)
            (with-bindings (assoc flags #'*print-length* length #'*print-level* level) [(pr-str value) (print-str value)])))
    (doseq [margin [20 40 72] miser [nil 10 40] [name dispatch] {"data" pp/simple-dispatch "code" pp/code-dispatch}]
      (tell name margin miser length level (pr-str value)
            (binding [pp/*print-right-margin* margin pp/*print-miser-width* miser *print-length* length *print-level* level]
              (with-out-str (pp/with-pprint-dispatch dispatch (pp/pprint value))))))))

(defn directives []
  (doseq [directive ["a" "s" "d" "b" "o" "x" "r" "f" "e" "g" "$" "c" "p" "w" "%" "&" "~" "*" "?" "(~a~)" "{~a,~}" "{~a~^-~}" "[x~;y~;z~]" "[x~:;y~]" "<~a~;~a~>" "t" "_" "i" "|" "^" "\n" "q"]
          modifiers ["" ":" "@" ":@"] parameters ["" "5" "10,2" ",,'*" "3,'x" "1,2,3,'y" "v" "#"]
          value [nil 0 1 5 -7 1234567 12345678901234567890N 1.5 -0.5 1e10 1/2 1.25M "abc" "é ß" "" \a :k 'sym [1 2 3] [[1 2] [3 4]] {:a 1} '(a b)]
          :when (not (and (= parameters "v") (number? value) (> value 100)))] ; as many blanks take long
    (tell (pr-str directive modifiers parameters) (pr-str value) (pp/cl-format nil (str "[~" parameters modifiers directive "]") value value))))

(let [[grid & arguments] *command-line-args*]
  (case grid
    "functions" (apply functions (parse-long (first arguments)) (map symbol (rest arguments)))
    "arithmetic" (arithmetic)
    "formats" (formats)
    "matches" (matches)
    "readers" (readers)
    "prints" (prints)
    "directives" (directives))
  (flush)
  (shutdown-agents))

;; What functions cannot be hinted as: other primitives than long and double, the rest parameter, too many parameters.
(defn outcome [form]
  (try (let [x (eval form)] (if (fn? x) 'fn (pr-str x)))
       (catch Throwable e
         (let [e (if (instance? clojure.lang.Compiler$CompilerException e) (.getCause e) e)]
           (str (.getName (class e)) ": " (ex-message e))))))
(doseq [text ["(fn [^int a] a)" "(fn [^float a])" "(fn [^short a])" "(fn [^byte a])" "(fn [^char a])" "(fn [^boolean a])" "(fn [^void a])"
              "(fn ^int [a])" "(fn ^boolean [a])" "(fn ^void [])" "(fn [^\"int\" a])" "(fn [^{:tag :int} a])" "(fn [^ints a])" "(fn [^objects a])"
              "(fn ([a]) ([a ^int b]))" "(defn hinted ^int [a])" "(defn ^int hinted [a] (int a))" "(letfn [(f [^byte x] x)] (f 1))"
              "(let [int 5] (fn [^int a] a))" "(let [f (fn [[^int a]] a)] (f [1]))" "(let [[a & ^String b] [1 2]] b)"
              "(fn [a & ^String b])" "(fn [a & ^long b])" "(fn [a & ^int b])" "(fn [a & ^{:doc 1} b])" "(fn [a & ^{:tag \"String\"} b])"
              "(fn [a & ^{:tag :key} b])" "(fn [a & ^String [b]])" "(fn [a ^String & b])" "(fn* [& ^String b])"
              "(fn ^long [& a] 1)" "(fn ^double [a & b] 1.0)" "(fn [^long a & b])" "(fn ^String [& a])" "(fn ^float [& a])"
              "(fn [a b c d ^long e])" "(fn ^long [a b c d e] 1)" "(fn ^long [a b c d] 1)" "(fn [a b c ^double d])" "(fn [a b c ^long d & e])"
              "(fn [a b c d ^int e])" "(defmacro hinting [a & ^String b])" "(deftype Hinted [^int a ^float b])"
              "(defprotocol Hinting (hinting-of [this ^int x]))" "(map #(+ 1 ^int %) [1])"]]
  (println text "=>" (outcome (read-string text))))

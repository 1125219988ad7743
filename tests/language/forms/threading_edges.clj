; Threading through empty lists, and the names of functions in errors.
(require '[clojure.string :as str] '[clojure.set :as set] '[clojure.walk :as walk] '[clojure.edn :as edn])
(defn answer [form]
  (try (str/replace (str/replace (binding [*print-length* 40] (pr-str (eval form))) #"#object\[(\S+) .*" "#object[$1]") #"__\d+" "")
       (catch Throwable e
         (let [e (if (instance? clojure.lang.Compiler$CompilerException e) (or (.getCause e) e) e)]
           (str (.getName (class e))
                (when-not (instance? NullPointerException e)
                  (some-> (ex-message e) (str/replace #" \((?:class )?[\w.$\[;]+ (?:and [\w.$\[;]+ are|is) in [^)]*\)" ""))))))))
(defmacro show [& forms] `(doseq [form# '~forms] (println (answer form#))))
(show
(count inc)
(apply assoc ["a" "b" "c" "d"])
(apply assoc [{} 1 2 3])
(->> 1 ())
(-> 1 ())
(->> 1 (+ 2) (- 5))
(->> [1] (map inc) first)
(->> [] () ))

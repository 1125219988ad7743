; Days beyond the end of a month in dates that a pattern parses.
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
(defn p [pat s] (str (java.time.LocalDate/parse s (java.time.format.DateTimeFormatter/ofPattern pat))))
(p "dd/MM/yyyy" "31/02/2023")
(p "dd/MM/yyyy" "30/02/2024")
(p "dd/MM/yyyy" "32/02/2024")
(p "dd/MM/yyyy" "00/02/2024")
(p "dd/MM/yyyy" "31/04/2024")
(p "dd/MM/yyyy" "31/13/2024")
(p "uuuu-MM-dd" "2023-02-29")
(p "yyyy-DDD" "2023-366")
(str (java.time.LocalDate/parse "2023-02-29"))
(str (java.time.LocalDateTime/parse "2023-02-29T10:00"))
(str (java.time.LocalDateTime/parse "31/06/2023 10:00" (java.time.format.DateTimeFormatter/ofPattern "dd/MM/yyyy HH:mm")))
(.format (java.time.LocalDate/of 2023 1 2) (java.time.format.DateTimeFormatter/ofPattern "d.M.yy")))

;; A JSON reader and writer, a template engine, CSV reports, a query language over maps.
(ns documents
  (:require [clojure.string :as str] [clojure.set :as set] [clojure.walk :as walk]))

;; JSON
(declare read-value)
(defn fail [what s] (throw (ex-info (str "JSON: " what) {:near (subs s 0 (min 5 (count s)))})))
(defn skip [s] (str/triml s))
(defn read-string* [s]
  (let [[whole body] (re-find #"^\"((?:[^\"\\]|\\.)*)\"" s)]
    (when-not whole (fail "bad string" s))
    [(str/replace body #"\\(u[0-9a-fA-F]{4}|.)"
                  (fn [[_ e]] (case (first e) \n "\n" \t "\t" \u (str (char (Integer/parseInt (subs e 1) 16))) e)))
     (subs s (count whole))]))
(defn read-items [s close item]
  (loop [s (skip s) items []]
    (if (str/starts-with? s close)
      [items (subs s 1)]
      (let [[value s] (item s) s (skip s)]
        (cond (str/starts-with? s ",") (recur (skip (subs s 1)) (conj items value))
              (str/starts-with? s close) (recur s (conj items value))
              :else (fail (str "expected " close) s))))))
(defn read-pair [s]
  (let [[k s] (read-string* s) s (skip s)]
    (when-not (= \: (first s)) (fail "expected :" s))
    (let [[v s] (read-value (subs s 1))] [[k v] s])))
(defn read-value [s]
  (let [s (skip s)]
    (case (first s)
      \{ (let [[pairs s] (read-items (subs s 1) "}" read-pair)] [(into (array-map) pairs) s])
      \[ (read-items (subs s 1) "]" read-value)
      \" (read-string* s)
      nil (fail "end" s)
      (if-let [[word] (re-find #"^(?:true|false|null|-?\d+(\.\d+)?([eE][+-]?\d+)?)" s)]
        [(case word "true" true "false" false "null" nil (if (re-find #"[.eE]" word) (Double/parseDouble word) (Long/parseLong word))) (subs s (count word))]
        (fail "unexpected" s)))))
(defn parse [s] (let [[v more] (read-value s)] (if (str/blank? more) v (fail "left over" more))))

(defprotocol Json (to-json [x]))
(extend-protocol Json
  nil (to-json [_] "null")
  Boolean (to-json [b] (str b))
  Number (to-json [n] (str n))
  clojure.lang.Ratio (to-json [r] (str (double r)))
  String (to-json [s] (str \" (str/escape s {\" "\\\"" \\ "\\\\" \newline "\\n"}) \"))
  clojure.lang.Named (to-json [k] (to-json (name k)))
  java.util.Map (to-json [m] (str "{" (str/join "," (for [[k v] m] (str (to-json k) ":" (to-json v)))) "}"))
  java.util.Collection (to-json [c] (str "[" (str/join "," (map to-json c)) "]")))

(doseq [text ["{\"a\": [1, 2.5, -3e2, true, null], \"b\": {\"c\": \"x\\ny\\u00e9\"}}" "[]" "{}" "[[],[[]]]" " 12 " "\"\"" "[1,]" "[1 2]" "{\"a\" 1}" "nul" "" "[1] x" "{\"a\":1,\"a\":2}"]]
  (println (try (let [v (parse text)] [(pr-str v) (to-json v) (= v (parse (to-json v)))]) (catch Exception e [(ex-message e) (ex-data e)]))))
(println (to-json {:k [1/2 'sym "q\"" #{1}] "s" (list 1N 2.50M) nil (map inc [1 2])}))
(println (try (to-json \c) (catch IllegalArgumentException e (ex-message e))))

;; Templates
(defn lookup [context path] (get-in context (map keyword (str/split path #"\."))))
(defn render [template context]
  (-> template
      (str/replace #"(?s)\{\{#(\w+)\}\}(.*?)\{\{/\1\}\}"
                   (fn [[_ k body]] (let [v (lookup context k)] (cond (sequential? v) (str/join (map #(render body (merge context (if (map? %) % {:it %}))) v)) v (render body context) :else ""))))
      (str/replace #"\{\{([\w.]+)(?:\|(\w+))?\}\}"
                   (fn [[_ path filter]] (let [v (str (lookup context path))] (case filter "upper" (str/upper-case v) "title" (str/join " " (map str/capitalize (str/split v #" "))) nil v (str "?" filter)))))))
(println (render "Dear {{user.name|title}},\n{{#items}}- {{name|upper}}: {{price}}\n{{/items}}{{#tags}}[{{it}}]{{/tags}}{{#none}}x{{/none}} $1 \\ {{missing}}{{user.name|zzz}}"
                 {:user {:name "ann lee"} :items [{:name "tea" :price 1.50M} {:name "milk" :price 2}] :tags ["a" "b"]}))

;; CSV
(def csv "name,dept,salary,start\nAnn,dev,5200.50,2019-03-01\nBob,ops,4100,2020-11-15\nCid,dev,6100.25,2015-01-31\n\"Dee, jr\",ops,3900,2021-06-30\n")
(defn fields [line] (map (fn [[_ quoted plain]] (or quoted plain)) (re-seq #"(?:^|,)(?:\"([^\"]*)\"|([^,]*))" line)))
(def people (let [[header & rows] (map fields (str/split-lines csv))] (map #(-> (zipmap (map keyword header) %) (update :salary bigdec)) rows)))
(doseq [[dept ps] (into (sorted-map) (group-by :dept people))]
  (printf "%-5s %d people, total %,12.2f, mean %s, first %s%n" dept (count ps) (reduce + (map :salary ps)) (with-precision 6 (/ (reduce + (map :salary ps)) (count ps))) (:name (first (sort-by :start ps)))))
(println (map (juxt :name #(subs (:start %) 0 4)) (sort-by :salary > people)))

;; Queries
(defn matches? [clause row]
  (if-not (vector? clause)
    (boolean (clause row))
    (let [[op a b] clause]
      (case op :and (every? #(matches? % row) (rest clause)) :or (boolean (some #(matches? % row) (rest clause))) :not (not (matches? a row))
            := (= (row a) b) :< (neg? (compare (row a) b)) :> (pos? (compare (row a) b)) :in (contains? b (row a)) :like (some? (re-find (re-pattern b) (str (row a))))))))
(defn query [{:keys [from where select order limit] :or {where (constantly true) limit 100}}]
  (cond->> (filter #(matches? where %) from) order (sort-by order) true (take limit) select (map #(select-keys % select))))
(println (query {:from people :where [:or [:= :dept "ops"] [:> :salary 6000M]] :select [:name :salary] :order :name}))
(println (query {:from people :where [:and [:like :name "^[A-D]"] [:not [:in :dept #{"ops"}]]] :select [:start] :limit 1}))
(println (set/join #{{:name "Ann" :room 1} {:name "Bob" :room 2}} (set (map #(select-keys % [:name :dept]) people))))
(println (walk/postwalk #(cond (map? %) (into (sorted-map) %) (string? %) (str/reverse %) :else %) (parse "{\"b\":{\"z\":\"abc\",\"a\":[\"x\",1]},\"a\":null}")))
(println (set/rename (set/project people [:name :dept]) {:dept :department}) (set/index people [:dept]))

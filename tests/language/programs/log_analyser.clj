; Analyses a web server's log: parsing with named groups, transducers, java.time, percentiles, reports.
(ns log-analyser
  (:require [clojure.java.io :as io]
            [clojure.set :as set]
            [clojure.string :as str])
  (:import (java.io BufferedReader StringReader)
           (java.time Duration Instant LocalDate LocalDateTime LocalTime ZoneOffset)
           (java.time.format DateTimeFormatter DateTimeParseException)
           (java.time.temporal ChronoUnit)))

(def ^DateTimeFormatter stamp (DateTimeFormatter/ofPattern "dd/MM/yyyy:HH:mm:ss"))

(def log-text
  (str/join "\n"
            ["10.0.0.1 - anna [01/02/2023:10:00:00] \"GET /index.html HTTP/1.1\" 200 1043 12.5"
             "10.0.0.2 - - [01/02/2023:10:00:01] \"GET /style.css HTTP/1.1\" 304 0 1.2"
             "10.0.0.1 - anna [01/02/2023:10:00:09] \"POST /login?next=%2Fhome&x=1 HTTP/1.1\" 302 17 140.75"
             "garbage in the log"
             "10.0.0.3 - bob [01/02/2023:10:59:59] \"GET /report.pdf HTTP/1.0\" 500 312 2030"
             "10.0.0.3 - bob [01/02/2023:11:00:00] \"GET /report.pdf HTTP/1.0\" 500 312 1999.99"
             ""
             "10.0.0.3 - bob [01/02/2023:11:00:31] \"GET /report.pdf HTTP/1.0\" 200 88120 950"
             "10.0.0.9 - - [31/02/2023:11:00:31] \"GET / HTTP/1.1\" 200 1 1"
             "2001:db8::1 - eve [02/02/2023:00:15:00] \"DELETE /users/42 HTTP/2\" 403 64 3.5"
             "2001:db8::1 - eve [02/02/2023:00:15:30] \"PUT /users/42?a=b=c HTTP/2\" 204 0 8"
             "10.0.0.1 - anna [02/02/2023:23:59:59] \"GET /index.html HTTP/1.1\" 200 1043 11"]))

(def line-pattern
  #"(?x)^(?<host>\S+)\s-\s(?<user>\S+)\s\[(?<time>[^\]]+)\]\s
    \"(?<method>[A-Z]+)\s(?<path>[^\s?]*)(?:\?(?<query>\S*))?\s(?<protocol>[^\"]+)\"\s
    (?<status>\d{3})\s(?<bytes>\d+)\s(?<millis>[\d.]+)$")

(defn parse-query [query]
  (when query
    (into (sorted-map)
          (map (fn [pair] (let [[k v] (str/split pair #"=" 2)] [(keyword k) (java.net.URLDecoder/decode v "UTF-8")])))
          (str/split query #"&"))))

(defn parse-line [line]
  (let [m (re-matcher line-pattern line)]
    (if-not (.matches m)
      {:error :syntax :line line}
      (try
        {:host (.group m "host")
         :user (let [u (.group m "user")] (when (not= "-" u) u))
         :time (LocalDateTime/parse (.group m "time") stamp)
         :method (keyword (str/lower-case (.group m "method")))
         :path (.group m "path")
         :query (parse-query (.group m "query"))
         :status (parse-long (.group m "status"))
         :bytes (Long/parseLong (.group m "bytes"))
         :millis (bigdec (.group m "millis"))}
        (catch DateTimeParseException e {:error :time :line line})))))

(def parsed
  (with-open [reader (BufferedReader. (StringReader. log-text))]
    (into [] (comp (remove str/blank?) (map parse-line)) (line-seq reader))))
(def entries (into [] (remove :error) parsed))

(defn group-with [key-fn xf rf init]
  (fn [coll]
    (let [step (xf rf)]
      (reduce (fn [m x] (update m (key-fn x) (fnil #(unreduced (step % x)) init))) (sorted-map) coll))))

(defn percentile [p xs]
  (let [sorted (vec (sort xs)) n (count sorted)]
    (when (pos? n) (nth sorted (min (dec n) (int (Math/floor (* (/ p 100.0) n))))))))

(defn sessions
  "Runs of a user's requests with less than ten minutes between them."
  [entries]
  (for [[user requests] (sort-by key (group-by :user (filter :user entries)))
        session (let [gaps (reductions (fn [[id previous] {:keys [time]}]
                                         [(if (and previous (< (.toMinutes (Duration/between previous time)) 10)) id (inc id)) time])
                                       [0 nil] (sort-by :time requests))]
                  (vals (group-by second (map vector requests (map first (rest gaps))))))
        :let [times (map (comp :time first) session)]]
    {:user user :requests (count session) :seconds (.getSeconds (Duration/between (first times) (last times)))}))

(println (count parsed) (count entries) (frequencies (keep :error parsed)))
(println (select-keys (nth parsed 2) [:host :user :method :path :query :status :bytes :millis]) (str (:time (nth parsed 2))))
(println (keep :query entries))
(println "by status class" ((group-with (comp #(quot % 100) :status) identity (completing (fn [n _] (inc n))) 0) entries))
(println "bytes by method" ((group-with :method (map :bytes) + 0) entries))
(println "slow paths" (into (sorted-set) (comp (filter #(> (:millis %) 100M)) (map :path)) entries))
(println "per hour" (into (sorted-map) (frequencies (map #(str (.truncatedTo ^LocalDateTime (:time %) ChronoUnit/HOURS)) entries))))
(println "per day" (into (sorted-map) (map (fn [[day es]] [(str day) (reduce + (map :bytes es))])) (group-by #(.toLocalDate ^LocalDateTime (:time %)) entries)))
(println "percentiles" (map #(percentile % (map :millis entries)) [0 50 90 100]))
(println "mean" (with-precision 5 :rounding HALF_UP (/ (reduce + (map :millis entries)) (count entries))))
(run! println (sessions entries))
(println "error streaks" (->> entries (partition-by #(>= (:status %) 500)) (filter #(>= (:status (first %)) 500)) (map count)))
(println "hosts of users" (reduce (fn [m {:keys [user host]}] (update m user (fnil conj (sorted-set)) host)) (sorted-map) (filter :user entries)))
(println "users who failed then succeeded"
         (let [by-user (fn [pred] (set (keep #(when (pred (:status %)) (:user %)) entries)))]
           (set/intersection (by-user #(>= % 400)) (by-user #(< % 400)))))
(println "top" (->> entries (map :path) frequencies (sort-by (juxt (comp - val) key)) (take 2)))
(println "histogram")
(doseq [[bucket n] (sort (frequencies (map #(long (Math/floor (Math/log10 (max 1.0 (double (:millis %)))))) entries)))]
  (println (format "%6s ms |%s %d" (format "10^%d" bucket) (str/join (repeat n "#")) n)))
(println (format "%-12s%8s%10s" "path" "hits" "bytes"))
(doseq [[path es] (sort-by key (group-by :path entries))]
  (println (format "%-12.12s%8d%,10d" path (count es) (reduce + (map :bytes es)))))
(let [t (:time (first entries))]
  (println (str (.getDayOfWeek t)) (str (.getMonth t)) (str (.plusDays t 28)) (str (.toInstant t ZoneOffset/UTC)) (.format t (DateTimeFormatter/ofPattern "EEE, d MMM yyyy HH:mm"))))
(println (str (Duration/between (:time (first entries)) (:time (peek entries)))) (.until (LocalDate/of 2023 2 1) (LocalDate/of 2023 3 1) ChronoUnit/DAYS))
(println (transduce (comp (map :bytes) (take-while pos?)) max 0 entries) (transduce (map :millis) (completing max str) 0M entries))
(println (sequence (comp (map :status) (dedupe) (partition-all 3)) entries))
(prn (eduction (filter (comp #{:get} :method)) (map :path) (distinct) (take 2) entries))
(println (let [[a b] (split-with #(= 1 (.getDayOfMonth ^LocalDateTime (:time %))) entries)] [(count a) (count b)]))
(println (reduce (fn [worst e] (if (= 500 (:status e)) (reduced e) worst)) nil (map #(dissoc % :time) entries)))

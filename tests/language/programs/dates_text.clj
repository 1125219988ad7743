;; Dates with clojure.instant and arithmetic of our own, text layout, units, number words.
(ns almanac
  (:require [clojure.string :as str] [clojure.instant :as instant] [clojure.edn :as edn]))

(defn leap? [y] (and (zero? (mod y 4)) (or (pos? (mod y 100)) (zero? (mod y 400)))))
(defn month-days [y m] (case (int m) 2 (if (leap? y) 29 28) (4 6 9 11) 30 31))
(defn date->days [[y m d]] (let [y (if (<= m 2) (dec y) y) era (quot (if (neg? y) (- y 399) y) 400) yoe (- y (* era 400)) doy (+ (quot (+ (* 153 (+ m (if (> m 2) -3 9))) 2) 5) (dec d)) doe (+ (* yoe 365) (quot yoe 4) (- (quot yoe 100)) doy)] (+ (* era 146097) doe -719468)))
(defn days->date [days] (loop [y 1970 days days] (let [n (if (leap? y) 366 365)] (cond (neg? days) (recur (dec y) (+ days (if (leap? (dec y)) 366 365))) (>= days n) (recur (inc y) (- days n)) :else (loop [m 1 days days] (let [k (month-days y m)] (if (>= days k) (recur (inc m) (- days k)) [y m (inc days)])))))))
(def weekdays ["Thu" "Fri" "Sat" "Sun" "Mon" "Tue" "Wed"])
(defn weekday [date] (weekdays (mod (date->days date) 7)))
(doseq [date [[1970 1 1] [2000 2 29] [1969 12 31] [2024 12 25] [1900 3 1] [2100 2 28]]]
  (println date (date->days date) (days->date (date->days date)) (weekday date) (apply format "%04d-%02d-%02d" date)))
(defn calendar [y m]
  (let [offset (mod (+ 3 (date->days [y m 1])) 7)]
    (println (format "%14s" (str (["" "Jan" "Feb" "Mar" "Apr" "May" "Jun" "Jul" "Aug" "Sep" "Oct" "Nov" "Dec"] m) " " y)))
    (doseq [week (partition-all 7 (concat (repeat offset "") (range 1 (inc (month-days y m)))))] (println (str/trimr (str/join " " (map #(format "%2s" %) week)))))))
(calendar 2024 2)
(doseq [text ["2024-02-29T12:30:45.123-00:00" "2024-01-01" "2024" "1999-12-31T23:59:59.999+05:30" "2023-02-29" "2024-13-01" "x"]]
  (println (try (let [d (instant/read-instant-date text)] [(pr-str d) (inst-ms d) (= d (edn/read-string (pr-str d)))]) (catch Exception e [(.getName (class e)) (ex-message e)]))))
(println #inst "2020-05-05T05:05:05Z" (pr-str #inst "2020") (compare #inst "2020" #inst "2021") (inst? #inst "2020") (- (inst-ms #inst "2020-03-01") (inst-ms #inst "2020-02-01")) (sort [#inst "2021" #inst "2019" #inst "2020"]))
(println (edn/read-string {:readers {'day (fn [[y m d]] (weekday [y m d]))}} "[#day [2024 7 4] #inst \"2024-07-04\" #uuid \"00000000-0000-0000-0000-000000000001\"]"))
(println (try (edn/read-string "#day [1 2 3]") (catch Exception e (ex-message e))) (edn/read-string {:default (fn [t v] [t v])} "#day [1 2 3]"))

(def text "Call me Ishmael. Some years ago - never mind how long precisely - having little or no money in my purse, and nothing particular to interest me on shore, I thought I would sail about a little and see the watery part of the world.")
(defn wrap [width text] (map #(str/join " " %) (reduce (fn [lines word] (let [line (peek lines)] (if (<= (+ (count (str/join " " line)) 1 (count word)) width) (conj (pop lines) (conj line word)) (conj lines [word])))) [[]] (str/split text #"\s+"))))
(defn justify [width line] (let [words (str/split line #" ") gaps (dec (count words)) spaces (- width (reduce + (map count words)))] (if (pos? gaps) (apply str (concat (mapcat (fn [w i] [w (apply str (repeat (+ (quot spaces gaps) (if (< i (rem spaces gaps)) 1 0)) " "))]) (butlast words) (range)) [(last words)])) line)))
(doseq [line (wrap 38 text)] (println (str "|" (justify 38 line) "|")))
(defn table [rows] (let [widths (apply map (fn [& cells] (apply max (map (comp count str) cells))) rows)] (doseq [row rows] (println (str/join " | " (map (fn [w c] (format (str "%" (if (number? c) "" "-") w "s") c)) widths row))))))
(table [["item" "n" "price"] ["tea" 2 1.5] ["coffee beans" 10 12.25M] [:kw nil 'sym]])
(def small ["zero" "one" "two" "three" "four" "five" "six" "seven" "eight" "nine" "ten" "eleven" "twelve" "thirteen" "fourteen" "fifteen" "sixteen" "seventeen" "eighteen" "nineteen"])
(def tens [nil nil "twenty" "thirty" "forty" "fifty" "sixty" "seventy" "eighty" "ninety"])
(defn words [n] (cond (neg? n) (str "minus " (words (- n))) (< n 20) (small n) (< n 100) (str (tens (quot n 10)) (when (pos? (rem n 10)) (str "-" (words (rem n 10))))) (< n 1000) (str (small (quot n 100)) " hundred" (when (pos? (rem n 100)) (str " and " (words (rem n 100))))) :else (let [[value name] (last (filter #(<= (first %) n) [[1000 "thousand"] [1000000 "million"] [1000000000 "billion"]]))] (str (words (quot n value)) " " name (when (pos? (rem n value)) (str " " (words (rem n value))))))))
(doseq [n [0 13 21 100 342 1001 99999 1000000 -7 2147483647]] (println n (words n)))
(def units {[:km :m] 1000 [:m :cm] 100 [:mile :km] 1.609344 [:h :min] 60 [:min :s] 60 [:foot :cm] 30.48 [:yard :foot] 3})
(defn convert [amount from to] (loop [[[unit value] & queue] (list [from amount]) seen #{}] (cond (nil? unit) nil (= unit to) value (seen unit) (recur queue seen) :else (recur (concat queue (for [[[a b] k] (sort-by (comp str key) units) pair [[a b k] [b a (/ 1 (rationalize k))]] :when (= unit (first pair))] [(second pair) (* value (last pair))])) (conj seen unit)))))
(println (convert 3 :h :s) (convert 90 :s :h) (convert 1 :yard :cm) (convert 5000 :m :km) (convert 1 :km :s) (convert 2.5 :min :s))
(println (format "%s %S %10.3f|%-8s|%08.2f|%+d|%,d|%x|%o|%e|%b|%c|%%|%5d|%-5d|%h" "s" "up" Math/PI "left" 3.14159 5 1234567 255 8 12345.678 nil \c 42 42 "hi"))
(println (map #(str/replace % #"(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)" "${d}.${m}.${y}") ["on 2024-07-04 and 1999-12-31" "none"]) (str/split "a1b22c333" #"\d+") (str/split "a,b,,c,," #",") (str/split "a,b,,c,," #"," -1) (str/join (map str/capitalize (str/split "some-kebab-name" #"-"))) (str/replace "someCamelName" #"[A-Z]" #(str "_" (str/lower-case %))))

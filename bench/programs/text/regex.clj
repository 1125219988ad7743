;; re-seq, re-find, re-matches with groups.
(ns bench.regex)

(def ^:private text (apply str (map #(str "user" % "@host" (mod % 10) ".example.com; ") (range 6000))))

(defn run []
  (+ (count (re-seq #"\w+@\w+" text))
     (reduce + (map (fn [[_ n]] (Long/parseLong n)) (re-seq #"user(\d+)" text)))
     (count (filter #(re-matches #"(\d{4})-(\d\d)-(\d\d)" %) (map #(str (+ 1900 (mod % 200)) "-01-0" (mod % 10)) (range 8000))))
     (count (keep #(re-find #"[a-f]+$" %) (map #(str % "abc") (range 8000))))))

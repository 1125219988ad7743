(ns wordfreq.options
  "The command line.")

(def usage "Usage: wordfreq [--top N] [--min-length N] FILE...")

(def ^:private defaults {:top 10 :min-length 1 :files []})

(defn- number-option [options key value]
  (if-let [n (and value (parse-long value))]
    (assoc options key n)
    (update options :errors (fnil conj [])
            (str "--" (name key) " needs a number, not " (pr-str value)))))

(defn parse
  "The arguments as a map of :top, :min-length, :files and, where something is wrong, :errors."
  [args]
  (loop [options defaults, [arg & more] args]
    (case arg
      nil options
      "--top" (recur (number-option options :top (first more)) (next more))
      "--min-length" (recur (number-option options :min-length (first more)) (next more))
      (recur (update options :files conj arg) more))))

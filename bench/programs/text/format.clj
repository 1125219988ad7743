;; format with numbers and strings.
(ns bench.format)

(defn run []
  (loop [i 0 n 0]
    (if (< i 15000)
      (recur (inc i) (+ n (count (format "%5d %-10s %.3f %x" i (str "n" i) (/ i 7.0) i))))
      n)))

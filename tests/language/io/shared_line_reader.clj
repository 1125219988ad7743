;; Several threads read characters from one LineNumberReader: each end of a line is one line feed to one of them.
(import '(java.io LineNumberReader StringReader))

(defn- line-feeds [reader]
  (loop [n 0]
    (let [c (.read reader)]
      (if (neg? c) n (recur (if (= c 10) (inc n) n))))))

(let [reader (LineNumberReader. (StringReader. (apply str (repeat 20000 "a\r\n"))))
      readers (doall (repeatedly 4 #(future (line-feeds reader))))]
  (prn (reduce + (map deref readers)) (.getLineNumber reader)))
(shutdown-agents)

;; clojure.stacktrace: printing exceptions.

(ns clojure.stacktrace
  "Prints exceptions and their stacks to *out*.")

(defn root-cause
  "The innermost cause of the throwable, which may be itself."
  {:added "1.1"}
  [tr]
  (if-let [cause (ex-cause tr)]
    (recur cause)
    tr))

(defn print-trace-element
  "Prints one element of a stack trace."
  {:added "1.1"}
  [e]
  (let [class (.getClassName e)
        method (.getMethodName e)
        clojure-fn (re-matches #"([A-Za-z0-9_.-]+)\$(\w+)__\d+" (str class))]
    (if (and clojure-fn (= "invoke" method))
      (print (str (clojure-fn 1) "/" (clojure-fn 2)))
      (print (str class "." method))))
  (print (str " (" (or (.getFileName e) "") ":" (.getLineNumber e) ")")))

(defn print-throwable
  "Prints the class and the message of the throwable, and its data on a line of their own."
  {:added "1.1"}
  [tr]
  (print (str (.getName (class tr)) ": " (or (ex-message tr) "null")))
  (when-let [data (ex-data tr)]
    (newline)
    (pr data)))

(defn print-stack-trace
  "Prints the throwable and its stack, n elements of it when n is given."
  {:added "1.1"}
  ([tr] (print-stack-trace tr nil))
  ([tr n]
   (let [elements (.getStackTrace tr)]
     (print-throwable tr)
     (newline)
     (print " at ")
     (if-let [e (first elements)]
       (print-trace-element e)
       (print "[empty stack trace]"))
     (newline)
     (doseq [e (if n (rest (take n elements)) (rest elements))]
       (print "    ")
       (print-trace-element e)
       (newline)))))

(defn print-cause-trace
  "Prints the throwable as print-stack-trace does, and then its causes."
  {:added "1.1"}
  ([tr] (print-cause-trace tr nil))
  ([tr n]
   (print-stack-trace tr n)
   (when-let [cause (ex-cause tr)]
     (print "Caused by: ")
     (recur cause n))))

(defn e
  "Prints a short trace of the root cause of the last exception at the REPL."
  {:added "1.1"}
  []
  (print-stack-trace (root-cause *e) 8))

;; java.util.Scanner: tokens, lines and what patterns find, of sources that are read as they are needed.
(import '(java.io ByteArrayInputStream Reader StringReader) '(java.util InputMismatchException NoSuchElementException Scanner))

(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println '~form "=>" (try (pr-str ~form) (catch Throwable e# [(class e#) (ex-message e#)]))))))

(def s (Scanner. (StringReader. "5 3.5 hello true\nline two\r\n\n7")))
(show (.nextInt s) (.nextDouble s) (.next s) (.nextBoolean s) (.nextLine s) (.nextLine s) (.nextLine s) (.hasNextInt s)
      (.nextLong s) (.hasNextLine s) (.hasNext s) (.next s) (.nextLine s))
(show
 (.nextInt (Scanner. "x"))
 (.nextInt (Scanner. "99999999999"))
 (.nextInt (Scanner. ""))
 (let [s (.useDelimiter (Scanner. "a,b;c\n") "[,;]")] (loop [acc []] (if (.hasNext s) (recur (conj acc (.next s))) acc)))
 (let [s (Scanner. "k1=v1 k2=v2\nk3=v3")]
   [(.findInLine s "(\\w+)=(\\w+)") (.group (.match s) 1) (.findInLine s "=v2") (.findInLine s "k3") (.nextLine s) (.findInLine s "k3")])
 (let [s (Scanner. "abc 123 456")] [(.findWithinHorizon s "\\d+" 0) (.findWithinHorizon s "4" 1) (.findWithinHorizon s "4" 2) (.next s)])
 (vec (.toArray (.tokens (Scanner. "a b  c"))))
 [(.nextBigInteger (Scanner. "123456789012345678901")) (.nextBigDecimal (Scanner. "1.50")) (.nextByte (Scanner. "12"))
  (.nextShort (Scanner. "300")) (.nextFloat (Scanner. "1.5")) (.nextInt (Scanner. "ff") 16) (.nextLong (Scanner. "-101") 2)]
 [(.hasNextBigInteger (Scanner. "5")) (.hasNextBigDecimal (Scanner. "5.5")) (.hasNextByte (Scanner. "500"))
  (.hasNextBoolean (Scanner. "TRUE")) (.hasNextInt (Scanner. "1.5")) (.hasNextFloat (Scanner. "1.5")) (.hasNextShort (Scanner. ""))]
 (let [s (Scanner. "  abc")] (.skip s "\\s*") (.next s))
 (.skip (Scanner. "abc") "x")
 (.match (Scanner. "a"))
 (let [s (Scanner. "a b")] (.close s) (.next s))
 (let [s (Scanner. (ByteArrayInputStream. (.getBytes "é 2" "UTF-8")) "UTF-8")] [(.next s) (.nextInt s)]))

;; A source that gives little at a time
(defn slowly [& pieces]
  (let [more (atom pieces)]
    (proxy [Reader] []
      (read
        ([] -1)
        ([target]
         (if-let [[piece & others] (seq @more)]
           (do
             (reset! more others)
             (if (instance? java.nio.CharBuffer target)
               (.put ^java.nio.CharBuffer target ^String piece)
               (.getChars ^String piece 0 (count piece) target 0))
             (count piece))
           -1))
        ([units at n] -1))
      (close [] (println "closed")))))
(let [s (Scanner. (slowly "Bo" "b\n" "41 4" "2\r" "\nend"))]
  (prn (.nextLine s))
  (prn (.nextInt s))
  (prn (.nextInt s))
  (prn (.nextLine s))
  (prn (.nextLine s))
  (prn (.hasNextLine s))
  (.close s))

;; Many tokens and lines of one long text take time in proportion.
(let [scanner (java.util.Scanner. (apply str (map #(str % " ") (range 30000))))]
  (println (loop [sum 0] (if (.hasNextInt scanner) (recur (+ sum (.nextInt scanner))) sum))))
(let [scanner (java.util.Scanner. (apply str (map #(str "line " % "\n") (range 20000))))]
  (println (loop [n 0] (if (.hasNextLine scanner) (do (.nextLine scanner) (recur (inc n))) n))))
(let [scanner (java.util.Scanner. "1,2;3 4")]
  (println (.next (.useDelimiter scanner ",")) (.next (.useDelimiter scanner "[,;]")) (.next (.reset scanner)) (.nextInt scanner)))
(let [matcher (re-matcher #"\d" (apply str (repeat 20000 "a1")))]
  (println (loop [i 0 n 0] (if (.find matcher i) (recur (.end matcher) (inc n)) n))
           (.find (.reset matcher)) (.start matcher) (.find (.reset matcher "zz9")) (.start matcher)))

;; Delimiters that match nothing, and a pattern where there is no token.
(prn (iterator-seq (.useDelimiter (Scanner. "ab c") "")) (iterator-seq (.useDelimiter (Scanner. "ab  c") "\\s*")))
(prn (.next (.useDelimiter (Scanner. "whole\ntext") "\\A")) (.next (.useDelimiter (Scanner. "whole\ntext") "\\Z")))
(prn (try (.next (Scanner. "") "abc") (catch Exception e (class e))) (try (.next (Scanner. "x") "abc") (catch Exception e (class e))))

;; Buffered streams, readers and writers: when what is written arrives, how far reading goes ahead, marks, charsets.
(ns buffers
  (:require [clojure.java.io :as io]
            [clojure.string :as str])
  (:import (java.io BufferedInputStream BufferedOutputStream BufferedReader BufferedWriter ByteArrayInputStream
                    ByteArrayOutputStream File FileInputStream FileOutputStream FilterInputStream FilterOutputStream
                    InputStreamReader OutputStreamWriter PrintStream PrintWriter PushbackReader StringReader
                    StringWriter Writer)))

(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println '~form "=>" (try (pr-str ~form)
                                      (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))))

(def text (str/join (map #(str "line " % "\n") (range 1200))))

;; When text arrives.
(show
 (let [s (StringWriter.) w (BufferedWriter. s)]
   (.write w "abc")
   (let [before (str s)] (.flush w) [before (str s)]))
 (let [s (StringWriter.) w (BufferedWriter. s)]
   (.write w ^String text)
   (let [before (count (str s))] (.close w) [before (count (str s)) (= text (str s))]))
 (let [s (StringWriter.) w (PrintWriter. s)]
   (.print w "abc") (str s))
 (let [b (ByteArrayOutputStream.) w (PrintWriter. b)]
   (.print w "abc")
   (let [before (str b)] (.flush w) [before (str b)]))
 (let [b (ByteArrayOutputStream.) w (PrintWriter. b true)]
   (.print w "a") (let [before (str b)] (.println w "b") [before (str b)]))
 (let [b (ByteArrayOutputStream.) w (OutputStreamWriter. b)]
   (.write w "héllo")
   (let [before (.size b)] (.flush w) [before (.size b)]))
 (let [b (ByteArrayOutputStream.) w (PrintStream. b)]
   (.print w "x") (.println w 1.5) (.printf w "%d|" (into-array Object [3])) (str b))
 (let [b (ByteArrayOutputStream.) o (BufferedOutputStream. b)]
   (.write o 65)
   (let [before (.size b)] (.flush o) [before (.size b)]))
 (let [b (ByteArrayOutputStream.) o (BufferedOutputStream. b)]
   (.write o (byte-array 10000))
   (.size b))
 (let [b (ByteArrayOutputStream.) o (BufferedOutputStream. b)]
   (dotimes [_ 8192] (.write o 1))
   (let [before (.size b)] (.write o 1) [before (.size b)]))
 (let [b (ByteArrayOutputStream.)]
   (with-open [o (BufferedOutputStream. b)] (.write o (.getBytes "abc") 1 2))
   (str b)))

;; A program's own writers and streams see pieces, not single characters.
(show
 (let [sizes (atom [])
       w (proxy [Writer] []
           (write ([x] (swap! sizes conj [:one])) ([x off len] (swap! sizes conj len)))
           (flush [] (swap! sizes conj :flush))
           (close [] (swap! sizes conj :close)))]
   (with-open [b (BufferedWriter. w)]
     (dotimes [_ 9000] (.write b (int \x))))
   (last @sizes))
 (let [calls (atom 0)
       o (proxy [FilterOutputStream] [(ByteArrayOutputStream.)]
           (write ([x] (swap! calls inc)) ([x off len] (swap! calls inc))))]
   (with-open [w (io/writer o)]
     (dotimes [_ 5000] (.write w "ab")))
   (< @calls 20))
 (let [calls (atom 0)
       in (ByteArrayInputStream. (.getBytes ^String text "UTF-8"))
       s (proxy [FilterInputStream] [in]
           (read ([] (swap! calls inc) (.read in))
             ([b off len] (swap! calls inc) (.read in b off len))))]
   [(= text (slurp (io/reader s))) (< @calls 20)])
 (let [read (atom 0)
       in (ByteArrayInputStream. (.getBytes ^String text "UTF-8"))
       s (proxy [FilterInputStream] [in]
           (read ([] (let [c (.read in)] (swap! read inc) c))
             ([b off len] (let [n (.read in b off len)] (swap! read + n) n))))
       r (io/reader s)]
   [(.readLine r) (.readLine r) @read]))

;; Reading ahead, and not.
(show
 (let [s (StringReader. "abcdef") p (PushbackReader. s)]
   [(char (.read p)) (char (.read s)) (char (.read p))])
 (let [s (StringReader. "abcdef") b (BufferedReader. s)]
   [(char (.read b)) (.read s)])
 (let [in (ByteArrayInputStream. (byte-array (range 20000)))
       b (BufferedInputStream. in)]
   [(.read b) (.available in) (.available b)])
 (let [r (StringReader. "abcdef") a (char-array 4)]
   [(.read r a) (vec a) (.read r a 1 2) (vec a) (.read r a) (.read r a 0 0)])
 (let [in (BufferedInputStream. (ByteArrayInputStream. (byte-array (range 10)))) b (byte-array 4)]
   [(.read in b) (vec b) (.read in b 1 2) (vec b) (.skip in 2) (.read in) (.read in) (.read in b) (.read in) (.read in b)])
 (let [in (ByteArrayInputStream. (byte-array (range 10)))]
   [(vec (.readNBytes in 3)) (vec (.readNBytes in 30)) (vec (.readNBytes in 3))]))

;; Marks.
(show
 (let [r (StringReader. "abc")] [(.markSupported r) (.read r) (do (.reset r) (.read r)) (do (.mark r 0) (.read r)) (do (.reset r) (.read r))])
 (let [r (BufferedReader. (StringReader. text))]
   (.readLine r) (.mark r 100000)
   (let [a (doall (repeatedly 1100 #(.readLine r)))]
     (.reset r)
     [(first a) (= a (doall (repeatedly 1100 #(.readLine r)))) (.readLine r)]))
 (.reset (BufferedReader. (StringReader. "abc")))
 (.markSupported (PushbackReader. (StringReader. "abc")))
 (let [in (BufferedInputStream. (ByteArrayInputStream. (.getBytes ^String text)))]
   (.read in) (.mark in 100000)
   (let [a (vec (.readNBytes in 9000))]
     (.reset in)
     [(.markSupported in) (count a) (= a (vec (.readNBytes in 9000))) (.read in)]))
 (let [in (ByteArrayInputStream. (byte-array [1 2 3]))] [(.read in) (do (.mark in 0) (.read in)) (do (.reset in) (.read in)) (.read in) (.read in)])
 (.reset (BufferedInputStream. (ByteArrayInputStream. (byte-array 3)))))

;; Charsets, whole and in pieces.
(show
 (let [b (ByteArrayOutputStream.)]
   (with-open [w (OutputStreamWriter. b "ISO-8859-1")] (.write w "hé€"))
   (vec (.toByteArray b)))
 (let [b (ByteArrayOutputStream.)]
   (with-open [w (io/writer b :encoding "UTF-16")] (.write w "hé"))
   (vec (.toByteArray b)))
 (let [b (ByteArrayOutputStream.)]
   (with-open [w (OutputStreamWriter. b)] (.write w "\ud83d") (.write w "\ude00") (.write w "\ud83d"))
   (vec (.toByteArray b)))
 (slurp (ByteArrayInputStream. (byte-array [104 -23])) :encoding "ISO-8859-1")
 (slurp (InputStreamReader. (ByteArrayInputStream. (.getBytes "hé€😀")) "UTF-8"))
 (let [long-text (str/join (repeat 4000 "é€"))]
   (= long-text (slurp (ByteArrayInputStream. (.getBytes ^String long-text "UTF-8"))))))

;; Files through every chain.
(def file (File/createTempFile "buffers" ".txt"))
(show
 (do (with-open [w (BufferedWriter. (OutputStreamWriter. (FileOutputStream. file) "UTF-8"))] (.write w ^String text) (.newLine w) (.write w "é"))
     (= (slurp file) (str text "\né")))
 (with-open [r (BufferedReader. (InputStreamReader. (FileInputStream. file)))] [(.readLine r) (count (line-seq r))])
 (do (with-open [o (io/output-stream file)] (dotimes [i 9000] (.write o (bit-and i 127)))) (.length file))
 (with-open [in (io/input-stream file)] (loop [n 0 sum 0] (let [b (.read in)] (if (neg? b) [n sum] (recur (inc n) (+ sum b))))))
 (with-open [in (FileInputStream. file)] [(.available in) (.read in) (.available in)])
 (do (with-open [w (PrintWriter. file)] (.println w "one") (.print w "two")) (slurp file))
 (do (with-open [w (PrintWriter. (.getPath file) "UTF-16BE")] (.print w "é")) (vec (.readAllBytes (FileInputStream. file))))
 (do (with-open [w (PrintStream. file)] (.println w "one") (.print w \t)) (slurp file))
 (do (with-open [w (io/writer file)] (binding [*out* w] (println "a" 1) (prn "b"))) (slurp file))
 (do (with-open [w (io/writer file :append true)] (.write w "more")) (slurp file))
 (let [w (io/writer file)] (.write w "lost?") (let [before (slurp file)] (.close w) [before (slurp file)]))
 (let [w (io/writer file)] (.close w) (.write w "x") )
 (let [w (io/writer file)] (.close w) (.close w))
 (let [in (io/input-stream file)] (.close in) (.read in))
 (.delete file))

;; Several threads, one writer: whole pieces in some order.
(show
 (let [s (StringWriter.)]
   (with-open [w (BufferedWriter. s)]
     (run! deref (doall (for [c "abcd"] (future (dotimes [_ 600] (.write w (str c c c "\n"))))))))
   (let [lines (str/split-lines (str s))]
     [(count lines) (every? (fn [line] (= 1 (count (set line)))) lines) (into (sorted-map) (frequencies lines))])))
(shutdown-agents)

; ProcessBuilder: what it is redirected to, and pipelines.
(import '(java.io File) '(java.lang ProcessBuilder ProcessBuilder$Redirect ProcessBuilder$Redirect$Type)
        '(java.util ArrayList List))
(defmacro show [& forms]
  `(do ~@(for [f forms]
           `(println (try (pr-str ~f) (catch Throwable t# (str (.getName (class t#)) ": " (ex-message t#))))))))
(defn builder ^ProcessBuilder [& words] (ProcessBuilder. ^List (vec words)))
(def file (doto (File/createTempFile "process" ".txt") .deleteOnExit))

(show (map str [(ProcessBuilder$Redirect/to (File. "x")) (ProcessBuilder$Redirect/appendTo (File. "x"))
                (ProcessBuilder$Redirect/from (File. "x")) ProcessBuilder$Redirect/PIPE ProcessBuilder$Redirect/INHERIT
                ProcessBuilder$Redirect/DISCARD])
      (map (fn [^ProcessBuilder$Redirect r] (str (.type r)))
           [(ProcessBuilder$Redirect/to (File. "x")) (ProcessBuilder$Redirect/appendTo (File. "x"))
            (ProcessBuilder$Redirect/from (File. "x")) ProcessBuilder$Redirect/PIPE ProcessBuilder$Redirect/INHERIT])
      (identical? ProcessBuilder$Redirect$Type/PIPE (.type ProcessBuilder$Redirect/PIPE))
      (mapv str (ProcessBuilder$Redirect$Type/values))
      (str (.file (ProcessBuilder$Redirect/to (File. "x")))) (.file ProcessBuilder$Redirect/PIPE)
      (= (ProcessBuilder$Redirect/to (File. "x")) (ProcessBuilder$Redirect/to (File. "x")))
      (= (ProcessBuilder$Redirect/to (File. "x")) (ProcessBuilder$Redirect/appendTo (File. "x")))
      (= ProcessBuilder$Redirect/PIPE ProcessBuilder$Redirect/INHERIT))

(let [b (builder "sh" "-c" "cat; echo error >&2")]
  (show (map str [(.redirectInput b) (.redirectOutput b) (.redirectError b)]) (.redirectErrorStream b))
  (.redirectErrorStream b true)
  (spit file "from the file\n")
  (.redirectInput b ^File file)
  (show (.redirectErrorStream b) (str (.type (.redirectInput b))) (slurp (.getInputStream (.start b)))
        (.redirectInput b (ProcessBuilder$Redirect/to (File. "x"))) (.redirectOutput b (ProcessBuilder$Redirect/from (File. "x")))
        (.redirectError b (ProcessBuilder$Redirect/from (File. "x"))))
  (.redirectErrorStream b false)
  (.inheritIO b)
  (show (map str [(.redirectInput b) (.redirectOutput b) (.redirectError b)])))
(let [b (builder "echo" "written")]
  (.redirectOutput b ^File file)
  (show (let [p (.start b)] [(.waitFor p) (slurp file) (slurp (.getInputStream p))]))
  (.redirectOutput b (ProcessBuilder$Redirect/appendTo file))
  (show (do (.waitFor (.start b)) (slurp file)))
  (.redirectOutput b ProcessBuilder$Redirect/DISCARD)
  (show (slurp (.getInputStream (.start b)))))
(let [words (ArrayList. ["echo" "one"]) b (ProcessBuilder. ^List words)]
  (.add words "two")
  (show (identical? words (.command b)) (slurp (.getInputStream (.start b)))
        (.command (.command b ["echo" "three"])) (slurp (.getInputStream (.start b)))
        (.start (ProcessBuilder. ^List []))))

; Each process reads what the one before it writes.
(let [all (ProcessBuilder/startPipeline [(builder "printf" "b\\na\\nc\\n") (builder "sort") (builder "tr" "a-z" "A-Z")])]
  (show (count all) (slurp (.getInputStream ^Process (last all))) (mapv (fn [^Process p] (.waitFor p)) all)
        (mapv (fn [^Process p] (slurp (.getInputStream p))) (butlast all)) (instance? List all)))
(let [[^Process p ^Process q] (ProcessBuilder/startPipeline [(builder "cat") (builder "tr" "a-z" "A-Z")])]
  (with-open [to (.getOutputStream p)] (.write to (.getBytes "written by the parent")))
  (show (slurp (.getInputStream q)) [(.waitFor p) (.waitFor q)]))
(show (slurp (.getInputStream ^Process (first (ProcessBuilder/startPipeline [(builder "echo" "alone")]))))
      (ProcessBuilder/startPipeline [(.inheritIO (builder "echo")) (builder "cat")])
      (ProcessBuilder/startPipeline [(builder "echo") (.inheritIO (builder "cat"))])
      (count (ProcessBuilder/startPipeline []))
      (try (ProcessBuilder/startPipeline [(builder "cat") (builder "no-such-program")]) (catch java.io.IOException e (ex-message e))))
(shutdown-agents)

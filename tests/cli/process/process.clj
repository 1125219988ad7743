(require '[clojure.java.process :as p] '[clojure.java.io :as io])
(prn (p/exec "echo" "a b"))
(prn (p/exec {:env {"COLOUR" "red"}} "sh" "-c" "echo $COLOUR"))
(prn (p/exec {:clear-env true :env {"ONLY" "1"}} "/usr/bin/env"))
(prn (p/exec {:dir "/"} "pwd"))
(prn (try (p/exec "sh" "-c" "exit 3") (catch RuntimeException e (ex-message e))))
(let [cat (p/start "cat")]
  (with-open [w (io/writer (p/stdin cat))] (.write w "through a pipe\n"))
  (prn (slurp (p/stdout cat)) @(p/exit-ref cat)))
(let [both (p/start {:err :stdout} "sh" "-c" "echo out; echo err >&2")]
  (prn (slurp (p/stdout both))))
(let [failing (p/start {:out :discard} "sh" "-c" "echo no; echo err >&2; exit 4")]
  (prn (slurp (p/stderr failing)) (deref (p/exit-ref failing) 5000 :late)))
(let [slow (p/start "sleep" "5") ref (p/exit-ref slow)]
  (prn (realized? ref) (deref ref 10 :late))
  (.destroy slow)
  (prn (pos? @ref) (realized? ref)))
@(p/exit-ref (p/start {:out (p/to-file "out.txt")} "echo" "first"))
@(p/exit-ref (p/start {:out (p/to-file "out.txt" :append true)} "echo" "second"))
(prn (slurp "out.txt") (p/exec {:in (p/from-file "out.txt")} "grep" "-c" ""))
(prn (try (p/start {:in :nothing} "cat") (catch IllegalArgumentException e (ex-message e))))
(prn (try (p/start "no-such-program") (catch java.io.IOException e (class e))))

;; clojure.main/main inside a program: init options come first; a REPL ends the program.
(require '[clojure.main :as main])

(spit "/tmp/main_options_script.clj" "(println :script *command-line-args*)")
(main/main "-e" "(+ 1 2)")
(main/main "-e" "(println *command-line-args*)" "-e" "nil")
(main/main "-i" "/tmp/main_options_script.clj" "--eval" "(* 2 3)")
(main/main "-e" "(println :first *command-line-args*)" "/tmp/main_options_script.clj" "x" "y")
(main/main "/tmp/main_options_script.clj" "-e" "1")
(.delete (java.io.File. "/tmp/main_options_script.clj"))

(defn typed [text]
  (clojure.lang.LineNumberingPushbackReader. (java.io.StringReader. text)))

(println *command-line-args*)
(binding [*in* (typed "(+ 1 2)\n*command-line-args*\n*1\n")]
  (main/main "-r" "an" "argument"))
(println "a REPL comes back to nobody")

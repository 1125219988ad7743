;; clojure.java.javadoc: which page is opened for a class.
(require 'clojure.main '[clojure.java.javadoc :as docs :refer [javadoc]] '[clojure.java.browse :as browse] '[clojure.java.io :as io])
(def dir (doto (java.io.File/createTempFile "pages" "") .delete .mkdirs))
(defn page [name] (doto (io/file dir name) (io/make-parents) (spit "")))
(def opened (io/file dir "opened"))
(def script (io/file dir "open"))
(spit script (str "#!/bin/sh\necho $1 > " opened "\n"))
(.setExecutable script true)
(reset! browse/*open-url-script* (str script))
(defn shown
  "The script runs on its own."
  [x]
  (let [result (try (javadoc x) (catch Throwable e (class e)))]
    (println result)
    (when (true? result)
      (loop [turns 0]
        (if (or (= turns 1000) (and (.exists opened) (pos? (.length opened))))
          (println "opened" (.replace (.trim (slurp opened)) (.getName dir) "DIR"))
          (do (Thread/sleep 10) (recur (inc turns)))))
      (io/delete-file opened))))

(println (keys @docs/*remote-javadocs*) @docs/*local-javadocs*)
(binding [docs/*feeling-lucky* false]
  (shown clojure.lang.Keyword)
  (shown :a)
  (shown nil))
(page "clojure/lang/Compiler.CompilerException.html")

(page "clojure/lang/Keyword.html")
(println (count (docs/add-local-javadoc (str dir))))
(shown java.util.Map$Entry)
(page "java/util/Map$Entry.html")
(shown java.util.Map$Entry)
(binding [docs/*feeling-lucky* false]
  (shown clojure.lang.Compiler$CompilerException)
  (shown java.util.Map$Entry))
(shown :a)
(shown clojure.lang.Keyword)
(binding [docs/*feeling-lucky* false]
  (shown clojure.lang.Symbol))
(binding [docs/*local-javadocs* (ref ())
          docs/*feeling-lucky* false]
  (shown 'a)
  (shown clojure.lang.Keyword))
(println (count (docs/add-local-javadoc (io/file dir "none"))))
(shown :a)
(println (get (docs/add-remote-javadoc "clojure.lang." "file:/none/") "clojure.lang."))
(println clojure.main/repl-requires)
(run! io/delete-file (reverse (file-seq dir)))

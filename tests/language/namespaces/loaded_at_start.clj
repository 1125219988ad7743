;; Namespaces that are there without being required.
(println (clojure.string/join "," [1 2]) (clojure.walk/keywordize-keys {"a" 1}) (clojure.edn/read-string "[1]") (str (clojure.java.io/file "x")))
(require 'clojure.main)
(println (clojure.main/demunge "user$a_b__1") (count (clojure.main/demunge "ab")) (boolean (find-ns 'clojure.main)))
(println (:clojure.error/phase (clojure.main/ex-triage (Throwable->map (ex-info "x" {})))))
(clojure.main/repl :init (fn [] (println "in")) :prompt (fn []) :read (let [forms (atom '[(+ 1 2) :x])] (fn [_ exit] (let [x (first @forms)] (swap! forms rest) (or x exit)))) :print (fn [x] (println "=>" x)))
(println (find-ns 'clojure.set) (find-ns 'clojure.test))

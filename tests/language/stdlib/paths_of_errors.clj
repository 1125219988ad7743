; Reports name a file in the current folder by its path from there, others by their whole path.
(require '[clojure.main :as main] '[clojure.java.io :as io])

(defn report [path phase]
  (let [data {:clojure.error/phase phase :clojure.error/source path :clojure.error/line 3 :clojure.error/column 4}
        triaged (main/ex-triage {:phase phase :cause "why"
                                 :via [{:type `clojure.lang.Compiler$CompilerException :data data}
                                       {:type 'java.lang.RuntimeException :message "why" :data {}}]})]
    [(:clojure.error/path triaged) (:clojure.error/source triaged) (main/ex-str triaged)]))

(doseq [phase [:read-source :compile-syntax-check :macroexpansion]
        path [(.getAbsolutePath (io/file "here.clj"))
              (.getAbsolutePath (io/file "below" "here.clj"))
              "here.clj"
              "below/here.clj"
              "/no/such/folder/there.clj"
              nil]]
  (prn phase (report path phase)))

(ns gate.start)
(defn -main [] (println "Hello, World!"))

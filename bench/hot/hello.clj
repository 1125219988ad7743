(ns hello
  (:gen-class))

(defn -main [& _]
  (println "Hello, world"))

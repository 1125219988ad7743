(ns lib.four) (println "lib.four runs") (defn two [] 2)

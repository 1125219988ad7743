(ns lib.one)
(println "lib.one runs")
(defn twice [x] (require 'lib.four) (* x ((resolve 'lib.four/two))))

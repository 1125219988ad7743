(ns main (:require [shapes.core :as s] [clojure.java.io :as io]))
(println (s/area #shapes/box [6 7]) (s/area (read-string "#shapes/box [2 2]")))
(defn -main [& args]
  (println (s/side) (s/twice 1) (slurp (io/resource "b.txt")))
  (println (str (io/resource "b.txt")) (io/resource "shapes/a.txt")))

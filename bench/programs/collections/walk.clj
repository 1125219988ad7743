;; postwalk, prewalk and tree-seq over nested data.
(ns bench.walk
  (:require [clojure.walk :as walk]))

(def ^:private tree
  (letfn [(node [depth] (if (zero? depth)
                          {:leaf depth :values [1 2 3] :tags #{:a :b}}
                          {:left (node (dec depth)) :right (node (dec depth)) :name (str "n" depth)}))]
    (node 9)))

(defn run []
  (let [t (walk/postwalk #(if (integer? %) (inc %) %) tree)
        u (walk/keywordize-keys (walk/stringify-keys tree))]
    (+ (count (filter integer? (tree-seq coll? seq t)))
       (if (= u tree) 1 0))))

(ns tasks.store
  "The list of tasks in an EDN file."
  (:require [clojure.edn :as edn]
            [clojure.java.io :as io]
            [clojure.pprint :as pprint]
            [tasks.model :as model])
  (:import (java.nio.file CopyOption Files StandardCopyOption)))

(defn load-list
  "The list in the file; an empty one if there is no file yet."
  [file]
  (if-not (.exists (io/file file))
    model/empty-list
    (let [list (try (edn/read-string (slurp file))
                    (catch RuntimeException e
                      (throw (ex-info (str file " is not EDN: " (ex-message e)) {:file file} e))))]
      (when-not (and (map? list) (map? (:tasks list)) (int? (:next-id list)))
        (throw (ex-info (str file " holds no list of tasks") {:file file})))
      (update list :tasks #(into (sorted-map) %)))))

(defn save-list
  "Writes beside the file and then over it, so that an interruption loses nothing."
  [file list]
  (let [target (io/file file)
        beside (io/file (str file ".new"))]
    (with-open [out (io/writer beside)]
      (pprint/pprint list out))
    (Files/move (.toPath beside) (.toPath target)
                (into-array CopyOption [StandardCopyOption/REPLACE_EXISTING]))))

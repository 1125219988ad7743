(ns libraries.watchtower
  (:require [watchtower.core :as w] [clojure.java.io :as io]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def root (doto (io/file (System/getProperty "java.io.tmpdir") (str "watchtower" (System/nanoTime))) (.mkdirs)))
(doseq [name ["a.clj" "b.txt" ".hidden.clj" "sub.clj"]] (spit (io/file root name) name))
(show (map #(.getName %) (sort (w/get-files [(str root)] [w/ignore-dotfiles w/default-filter]))) (map (w/extensions :clj :txt) [(io/file "a.clj") (io/file "x.md") (io/file "noext")]) (w/ignore-dotfiles (io/file ".x")) (dissoc (w/watcher* "dir") :filters)
      (keys (w/watcher* ["a" "b"])) (:rate (w/rate (w/watcher* "x") 10)) (count (:filters (w/file-filter (w/watcher* "x") even?))) (sort (keys (w/compile-watcher (w/watcher* "x")))))
(let [seen (promise)
      running (w/watcher [(str root)] (w/rate 10) (w/file-filter w/ignore-dotfiles) (w/file-filter (w/extensions :clj)) (w/on-change (fn [files] (deliver seen (sort (map #(.getName %) files))))))]
  (show (deref seen 5000 :late) (future-cancel running) (future-cancelled? running)))
(doseq [f (reverse (file-seq root))] (io/delete-file f))
(shutdown-agents)

(ns libraries.stockpile
  (:refer-clojure :exclude [reduce])
  (:require [puppetlabs.stockpile.queue :as q] [clojure.java.io :as io] [clojure.string :as s])
  (:import (java.nio.file Files) (java.io ByteArrayInputStream)))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def root (str (Files/createTempDirectory "stockpile" (make-array java.nio.file.attribute.FileAttribute 0))))
(def place (str root "/queue"))
(defn bytes-of [text] (ByteArrayInputStream. (.getBytes text "UTF-8")))
(defn text [stream] (with-open [in stream] (slurp in)))
(let [queue (q/create place)
      one (q/store queue (bytes-of "first"))
      two (q/store queue (bytes-of "second ü") "meta-data")]
  (show (class one) two (q/entry-id one) (q/entry-meta one) (q/entry-id two) (q/entry-meta two) (text (q/stream queue one)) (text (q/stream queue two)) (sort (.list (io/file place))) (sort (.list (io/file place "q")))
        (sort (map q/entry-id (q/reduce queue conj []))) (q/reduce queue (fn [n _] (reduced :stopped)) 0)
        (q/discard queue one) (q/discard queue one) (try (q/stream queue one) (catch Throwable e (s/replace (ex-message e) root "ROOT"))) (text (q/stream queue two)) (try (q/store queue (bytes-of "x") "a/b") (catch Throwable e (s/replace (ex-message e) #".stockpile.*" "…")))
        (q/discard queue two (str root "/kept")) (slurp (str root "/kept")) (q/reduce queue conj []))
  (let [three (q/store queue (bytes-of "third") "z")]
    (show (q/entry-id three))
    (let [again (q/open place)]
      (show (class again) (q/reduce again (fn [all e] (conj all [(q/entry-id e) (q/entry-meta e) (text (q/stream again e))])) []) (q/entry-id (q/store again (bytes-of "4")))))
    (show (s/replace (try (q/create place) (catch Throwable e (str (class e) (ex-message e)))) root "ROOT"))
    (show (s/replace (try (q/open (str root "/none")) (catch Throwable e (str (class e) (ex-message e)))) root "ROOT"))
    (try (q/stream queue one) (catch Throwable e (show (-> (ex-data e) (update :entry q/entry-id) (update :source (comp #(s/replace % root "ROOT") str))))))))
(doseq [f (reverse (file-seq (io/file root)))] (io/delete-file f))

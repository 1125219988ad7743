;; A program that says itself how a path or a File is opened: slurp and spit ask it too.
(require '[clojure.java.io :as io])
(def written (atom {}))
(defn- from-memory [x] (java.io.ByteArrayInputStream. (.getBytes (str "text of " x))))
(defn- to-memory [x]
  (proxy [java.io.ByteArrayOutputStream] []
    (close [] (swap! written assoc (str x) (str this)))))
(println (try (slurp "nowhere") (catch java.io.FileNotFoundException e (ex-message e))))
(extend String io/IOFactory
  (assoc io/default-streams-impl
         :make-input-stream (fn [x opts] (io/make-input-stream (from-memory x) opts))
         :make-output-stream (fn [x opts] (io/make-output-stream (to-memory x) opts))))
(println (slurp "nowhere") (slurp "file:nowhere" :encoding "US-ASCII") (.readLine (io/reader "nowhere")))
(spit "somewhere" "kept")
(println @written)
(println (try (slurp (io/file "nowhere")) (catch java.io.FileNotFoundException e (ex-message e))))
(extend java.io.File io/IOFactory
  (assoc io/default-streams-impl :make-reader (fn [x _] (java.io.BufferedReader. (java.io.StringReader. (str "file " x))))))
(println (slurp (io/file "nowhere")))

(ns libraries.nrepl
  (:require [nrepl.core :as nrepl] [nrepl.server :as server] [nrepl.bencode :as b] [nrepl.transport :as t] [nrepl.misc :as misc] [clojure.string :as s]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(defn encode [x] (let [out (java.io.ByteArrayOutputStream.)] (b/write-bencode out x) (str out)))
(defn texts [x] (cond (bytes? x) (String. x "UTF-8") (map? x) (into (sorted-map) (map (fn [[k v]] [k (texts v)])) x) (vector? x) (mapv texts x) :else x))
(defn decode [text] (texts (b/read-bencode (java.io.PushbackInputStream. (java.io.ByteArrayInputStream. (.getBytes text "UTF-8"))))))
(show (encode {"b" 1 "a" ["x" -2 "ü"]}) (encode [(.getBytes "ab") :kw 'sym]) (decode "d1:ai1e1:bli2e3:xyzee") (decode "i-12e") (decode "5:ab") (decode "x"))
(defn tidy [m] (reduce (fn [m k] (if (contains? m k) (assoc m k "…") m)) m [:id :session :new-session]))
(with-open [srv (server/start-server)]
  (with-open [conn (nrepl/connect :port (:port srv))]
    (let [client (nrepl/client conn 5000)
          one (fn [m] (map tidy (doall (nrepl/message client m))))
          value (fn [code] (nrepl/response-values (nrepl/message client {:op "eval" :code code})))
          session (nrepl/client-session client)]
      (show (one {:op "eval" :code "(+ 1 2)"}) (value "(def x 5) (* x x) :done") (value "(map inc [1 2])") (one {:op "eval" :code "(println \"out\") :v"}) (map #(-> % (select-keys [:ex :root-ex :status]) (assoc :message (re-find #"\nDivide.*" (str (:err %))))) (one {:op "eval" :code "(/ 1 0)"})) (map :status (one {:op "nope"})) (map :status (one {:op "eval"}))
            (sort (map name (keys (:ops (first (one {:op "describe"})))))) (nrepl/combine-responses (map tidy (nrepl/message client {:op "eval" :code "(print 1) (print 2) 3"})))
            (do (dorun (nrepl/message session {:op "eval" :code "(in-ns 'other.place) (clojure.core/refer 'clojure.core) (def y 7)"})) (nrepl/response-values (nrepl/message session {:op "eval" :code "[y (str *ns*) *1]"})))
            (map #(select-keys (:info %) [:name :ns :arglists-str :added]) (nrepl/message session {:op "lookup" :sym "clojure.core/inc"}))
            (map :candidate (:completions (first (nrepl/message session {:op "completions" :prefix "clojure.core/redu" :ns "user"}))))
            (map tidy (nrepl/message session {:op "load-file" :file "(ns loaded.file) (def z 3) z" :file-path "loaded/file.clj" :file-name "file.clj"}))
            (count (:sessions (first (nrepl/message client {:op "ls-sessions"})))) (map :status (nrepl/message session {:op "interrupt"})) (map :status (nrepl/message session {:op "close"}))
            (value "(read-line)")))))
(shutdown-agents)
(System/exit 0)

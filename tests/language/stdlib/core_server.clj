;; clojure.core.server: a REPL and a REPL for programs over sockets.
(require '[clojure.core.server :as server] '[clojure.java.io :as io] '[clojure.string :as string])
(import '(java.net Socket))

(defn talk
  "What a server answers to a text."
  [accept text]
  (let [socket (server/start-server {:name "test" :port 0 :accept accept})]
    (try
      (with-open [client (Socket. "localhost" (.getLocalPort socket))
                  out (io/writer client)
                  in (io/reader client)]
        (.write out text)
        (.flush out)
        (string/replace (slurp in) #":ms \d+" ":ms N"))
      (finally (println (server/stop-server "test") (.isClosed socket))))))

(println (talk 'clojure.core.server/repl "(+ 1 2)\n(ns-name *ns*)\n(println clojure.core.server/*session*)\n[*1 *2]\n:repl/quit\n"))
(println (talk 'clojure.core.server/io-prepl "(+ 1 2)\n(println \"hi\")\n*2\n(do (in-ns 'other) nil)\n:repl/quit\n"))
(println (:cause (read-string (:val (read-string (talk 'clojure.core.server/io-prepl "(throw (ex-info \"bad\" {:a 1}))\n:repl/quit\n"))))))

(clojure.core.server/prepl (clojure.lang.LineNumberingPushbackReader. (java.io.StringReader. "(def x 1) (inc x) #?(:clj :yes :default :no)"))
                           (let [out *out*] (fn [m] (binding [*out* out] (println (dissoc m :ms))))))
(println (server/stop-server "none"))
(doseq [options [{:name "x"} {:name "x" :port 70000 :accept 'a/b} {:port 1 :accept 'a/b}]]
  (println (try (server/start-server options) (catch clojure.lang.ExceptionInfo e (ex-message e)))))
(let [out *out*
      say (fn [& xs] (binding [*out* out] (apply println xs)))
      w (PrintWriter-on (fn [text] (say "flushed" (pr-str text))) (fn [] (say "closed")))]
  (binding [*out* w] (print "a") (print 1) (flush) (print "b"))
  (.close w))
(shutdown-agents)

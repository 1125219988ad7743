;; TCP between two threads.
(defmacro show [form]
  `(println (try (pr-str ~form) (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))

(require '[clojure.java.io :as io])
(import '(java.net InetAddress InetSocketAddress ServerSocket Socket))

(defn serve [server]
  (future
    (with-open [client (.accept server)
                in (io/reader (.getInputStream client))
                out (io/writer (.getOutputStream client))]
      (loop []
        (when-let [line (.readLine in)]
          (.write out (str "echo " line "\n"))
          (.flush out)
          (recur))))))

(show (with-open [server (ServerSocket. 0)]
        (let [served (serve server)]
          (with-open [client (Socket. "localhost" (.getLocalPort server))
                      in (io/reader client)
                      out (io/writer client)]
            (doseq [line ["one" "zwei" "d\u00e9"]] (.write out (str line "\n")))
            (.flush out)
            [(.readLine in) (.readLine in) (.readLine in) (.isConnected client) (.isClosed client)
             (do (.shutdownOutput client) (.readLine in))
             (= (.getPort client) (.getLocalPort server))
             @served]))))
(show (with-open [server (ServerSocket. 0 1 (InetAddress/getByName "127.0.0.1"))]
        (.setSoTimeout server 10)
        (.accept server)))
(show (let [server (ServerSocket. 0)
            waiting (future (try (.accept server) (catch java.net.SocketException e (ex-message e))))]
        (Thread/sleep 50)
        (.close server)
        [@waiting (.isClosed server)]))
(show (with-open [server (ServerSocket. 0)
                  client (Socket. "127.0.0.1" (.getLocalPort server))]
        (.setSoTimeout client 10)
        (.read (.getInputStream client))))
(show (let [port (with-open [server (ServerSocket. 0)] (.getLocalPort server))]
        (Socket. "localhost" port)))
(show (let [client (Socket.)] [(.isConnected client) (str client) (.getPort client)]))
(show (.getInputStream (Socket.)))
(show (let [client (Socket.)] (.close client) (.getOutputStream client)))
(show (ServerSocket. 70000))
(show (with-open [a (ServerSocket. 0)] (ServerSocket. (.getLocalPort a))))
(show (let [a (InetAddress/getByName "127.0.0.1")]
        [(.getHostAddress a) (vec (.getAddress a)) (.isLoopbackAddress a) (str a) (= a (InetAddress/getByAddress (byte-array [127 0 0 1])))
         (.hashCode a)]))
(show (let [a (InetSocketAddress. "127.0.0.1" 80)] [(str a) (.getPort a) (.getHostString a) (.isUnresolved a) (= a (InetSocketAddress. "127.0.0.1" 80))]))
(show (str (InetSocketAddress/createUnresolved "nowhere" 1)))
(show (InetSocketAddress. 70000))
(show (Socket. (apply str (repeat 70 "x")) 80))   ; a label too long for any name server to be asked
(show (Socket. "localhost" -1))
(shutdown-agents)

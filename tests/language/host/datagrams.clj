;; UDP: DatagramSocket and DatagramPacket.
(import '(java.net DatagramPacket DatagramSocket InetAddress InetSocketAddress))
(defmacro attempt [x] `(try ~x (catch Throwable e# [(class e#) (ex-message e#)])))

(def home (InetAddress/getByName "127.0.0.1"))
(defn text [p] (String. (.getData p) (.getOffset p) (.getLength p)))

(with-open [server (DatagramSocket. 0 home) client (DatagramSocket.)]
  (.setSoTimeout server 5000)
  (let [port (.getLocalPort server)
        in (DatagramPacket. (byte-array 8) 8)]
    (prn (pos? port) (.isBound server) (.isConnected client) (.isClosed client) (str (.getLocalAddress server)) (.getSoTimeout server))
    (.send client (DatagramPacket. (.getBytes "hello") 5 home port))
    (.receive server in)
    (prn (text in) (.getLength in) (= (.getPort in) (.getLocalPort client)) (str (.getAddress in)))
    (.send client (DatagramPacket. (.getBytes "a long message") 14 (InetSocketAddress. home port)))
    (.receive server in)
    (prn (text in) (.getLength in))
    (.send client (DatagramPacket. (.getBytes "xyz") 1 2 home port))
    (.receive server in)
    (prn (text in))
    ;; An answer, to a socket that is connected.
    (.connect client home port)
    (prn (.isConnected client) (= port (.getPort client)) (str (.getInetAddress client)))
    (.send server (DatagramPacket. (.getBytes "back") 4 (.getSocketAddress in)))
    (let [out (DatagramPacket. (byte-array 10) 2 8)]
      (.receive client out)
      (prn (text out) (.getOffset out) (vec (take 3 (.getData out)))))
    (.send client (DatagramPacket. (.getBytes "none") 4))
    (.receive server in)
    (prn (text in))
    (.disconnect client)
    (.setSoTimeout server 20)
    (prn (attempt (.receive server in)))))

(let [s (DatagramSocket.)]
  (.close s)
  (prn (.isClosed s) (.getLocalPort s) (attempt (.send s (DatagramPacket. (byte-array 1) 1 home 9))) (attempt (.receive s (DatagramPacket. (byte-array 1) 1)))))
(let [s (DatagramSocket. nil)]
  (prn (.isBound s) (.getLocalPort s) (do (.bind s (InetSocketAddress. home 0)) (.isBound s)))
  (.close s))
(let [s (DatagramSocket. 0 home)
      waiting (future (attempt (.receive s (DatagramPacket. (byte-array 1) 1))))]
  (Thread/sleep 50)
  (.close s)
  (prn @waiting))
(prn (attempt (DatagramPacket. (byte-array 2) 3)) (attempt (DatagramPacket. (byte-array 2) 1 2)) (attempt (DatagramPacket. (byte-array 2) -1))
     (attempt (DatagramPacket. (byte-array 2) 1 home 70000)) (attempt (DatagramSocket. 70000)))
(with-open [s (DatagramSocket.)] (prn (attempt (.send s (DatagramPacket. (byte-array 1) 1))) (attempt (.setSoTimeout s -1))))
(with-open [s (DatagramSocket.)] (prn (attempt (.send s (DatagramPacket. (byte-array 65508) 65508 home (.getLocalPort s))))))
(let [s (DatagramSocket.)]
  (.close s)
  (prn (attempt (.send s (DatagramPacket. (byte-array 1) 1))) (attempt (.send s (DatagramPacket. (byte-array 1) 1 home 9)))))
(shutdown-agents)

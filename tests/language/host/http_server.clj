;; com.sun.net.httpserver, with a client that writes requests by hand.
(require '[clojure.string :as str])
(import '(com.sun.net.httpserver Headers HttpExchange HttpHandler HttpServer) '(java.io IOException)
        '(java.net ConnectException InetSocketAddress Socket) '(java.util.concurrent Executors))

(defmacro fault [& body] `(try ~@body (catch Exception e# [(class e#) (ex-message e#)])))

;; headers
(let [h (Headers.)]
  (.add h "content-TYPE" "a")
  (.add h "Content-Type" "b")
  (.set h "x-y" "1")
  (prn (.getFirst h "CONTENT-type") (into {} h) (vec (.get h "content-type")) (.containsKey h "X-Y") (get h "x-y") (.size h)
       (sort (.keySet h)) (.remove h "X-y") (.getFirst h "nope") (.isEmpty h) (map? h) (set (map str (supers Headers)))))

;; what would begin a header of its own
(let [h (Headers.)]
  (prn (map (fn [[label text]] (fault (.add h label text)))
            [["A\rb" "x"] ["A\nb" "x"] ["a" "x\r\ny"] ["a" "x\ny"] ["a" "x\ryz"] ["a" "x\r"] ["a" nil] ["a" "x\r\n y"] ["" "e"] ["éA" "1"]]))
  (prn (fault (.set h "b" "\n")) (fault (.put h "c" ["1" "2\r\n3"])) (fault (.put h "c" nil)) (fault (.get h 1)) (.get h nil)
       (into (sorted-map) h)))

(def server (HttpServer/create (InetSocketAddress. "127.0.0.1" 0) 0))
(def port (.getPort (.getAddress server)))

(defn- request
  "What the server answers to the lines of a request, without the date."
  [& lines]
  (with-open [client (Socket. "127.0.0.1" (int port))]
    (.setSoTimeout client 20000)
    (doto (.getOutputStream client) (.write (.getBytes ^String (str/join "\r\n" lines))) .flush)
    (str/replace (str/replace (slurp (.getInputStream client)) #"Date: [A-Z][a-z]{2}, \d\d? \w+ \d{4} \d\d:\d\d:\d\d GMT" "Date: …") "\r" "")))

(defn- show [& lines] (println (apply request lines)) (println "--"))

(defmacro answer [path [exchange] & body]
  `(.createContext server ~path (reify HttpHandler (handle [_# ~exchange] ~@body))))

(defn- reply [exchange status text]
  (let [bytes (.getBytes ^String text "UTF-8")]
    (.sendResponseHeaders exchange status (alength bytes))
    (with-open [out (.getResponseBody exchange)] (.write out bytes))))

(def told (atom []))
(answer "/echo" [ex]
  (.add (.getResponseHeaders ex) "X-Answer" "1")
  (reply ex 200 (str (.getRequestMethod ex) " " (.getRequestURI ex) " " (.getQuery (.getRequestURI ex)) " " (.getProtocol ex) " "
                     (slurp (.getRequestBody ex)) " " (into (sorted-map) (.getRequestHeaders ex)) " " (.getResponseCode ex) " "
                     (.getPath (.getHttpContext ex)) " " (.isLoopbackAddress (.getAddress (.getRemoteAddress ex))))))
(answer "/echo/deeper" [ex] (reply ex 404 "deeper, größer"))
(answer "/chunks" [ex]
  (.sendResponseHeaders ex 201 0)
  (with-open [out (.getResponseBody ex)]
    (.write out (.getBytes "hello "))
    (.flush out)
    (.write out (int \w))
    (.write out (.getBytes "world") 1 4)))
(answer "/empty" [ex] (.sendResponseHeaders ex 204 -1) (.close ex))
(answer "/throws" [ex] (throw (ex-info "no answer" {})))
(answer "/bounds" [ex]
  (.sendResponseHeaders ex 200 2)
  (let [out (.getResponseBody ex)]
    (swap! told conj (fault (.write out (.getBytes "abc"))) (fault (.sendResponseHeaders ex 200 2)) (fault (.close out)))
    (.write out (.getBytes "ok"))
    (.close out)
    (swap! told conj (fault (.write out (.getBytes "x"))) (.getResponseCode ex))))
(answer "/status" [ex] (reply ex 299 "odd"))
(answer "/attributes" [ex]
  (.setAttribute ex "a" 1)
  (reply ex 200 (str (.getAttribute ex "a") (.getAttribute ex "b") (identical? server (.getServer (.getHttpContext ex))))))
(def bare (.createContext server "/bare"))
(prn (.getPath bare) (.getHandler bare) (.getExecutor server) (fault (.createContext server "a")) (fault (.createContext server "/a" nil)))

(.start server)
(prn (fault (.start server)) (fault (.setExecutor server nil)))
(show "GET /echo/b?x=1&y=%20z HTTP/1.1" "Host: x" "Connection: close" "" "")
(show "POST /echo HTTP/1.1" "Host: x" "connection: close" "content-length: 3" "" "abc")
(show "POST /echo HTTP/1.1" "Transfer-Encoding: chunked" "Connection: close" "" "3" "abc" "2" "de" "0" "" "")
(show "GET /echo/deeper/still HTTP/1.1" "Connection: close" "" "")
(show "GET /chunks HTTP/1.1" "Connection: close" "" "")
(show "GET /chunks HTTP/1.0" "" "")
(show "GET /empty HTTP/1.1" "Connection: close" "" "")
(show "HEAD /empty HTTP/1.1" "Connection: close" "" "")
(show "GET /nothing HTTP/1.1" "" "")
(show "GET /bare HTTP/1.1" "" "")
(show "garbage" "" "")
(show "GET /throws HTTP/1.1" "Connection: close" "" "")
;; requests that two readers may understand in two ways, or that are none
(show "" "" "GET /echo/deeper HTTP/1.1" "Connection: close" "" "")
(show "GET /echo HTTP/1.1" "Name: x" "   goes on" "Connection: close" "" "")
(doseq [header ["Content-Length: -3" "Content-Length: x" "Content-Length: 3\r\nContent-Length: 3" "Transfer-Encoding: gzip"
                "Transfer-Encoding: chunked\r\nContent-Length: 3" "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"
                "Name : x" "no colon" ": nameless" "Na(me: x" "Name: x\ry"]]
  (show "POST /echo HTTP/1.1" header "" ""))
(show "GET /%zz HTTP/1.1" "" "")
(show "GET  /echo HTTP/1.1" "" "")
(show "GET /attributes HTTP/1.1" "Connection: close" "" "")
(show "GET /status HTTP/1.1" "Connection: close" "" "")
(show "GET /bounds HTTP/1.1" "Connection: close" "" "")
(prn @told)
;; two requests on one connection
(show "GET /echo HTTP/1.1" "" "GET /chunks HTTP/1.1" "Connection: close" "" "")
(.removeContext server "/bare")
(prn (fault (.removeContext server "/bare")) (fault (.removeContext server bare)))
(show "GET /bare HTTP/1.1" "" "")
(.stop server 0)
(prn (fault (Socket. "127.0.0.1" (int port))))

;; with an executor
(let [pool (Executors/newFixedThreadPool 4)
      server (doto (HttpServer/create) (.bind (InetSocketAddress. "127.0.0.1" 0) 10) (.setExecutor pool))
      port (.getPort (.getAddress server))
      together (java.util.concurrent.CyclicBarrier. 3)]
  (.createContext server "/" (proxy [HttpHandler] [] (handle [ex] (.await together) (reply ex 200 (.getPath (.getRequestURI ex))))))
  (.start server)
  (prn (sort (map deref (mapv (fn [i]
                                (future (with-open [client (Socket. "127.0.0.1" (int port))]
                                          (doto (.getOutputStream client)
                                            (.write (.getBytes (str "GET /" i " HTTP/1.1\r\nConnection: close\r\n\r\n")))
                                            .flush)
                                          (last (str/split-lines (slurp (.getInputStream client)))))))
                              (range 3)))))
  (.stop server 0)
  (.shutdown pool))
(shutdown-agents)

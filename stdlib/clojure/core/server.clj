;; clojure.core.server: programs that are talked to over a socket.

(ns ^{:doc "Socket servers whose connections run a function: a REPL, or a REPL for programs."}
  clojure.core.server
  (:require [clojure.edn :as edn]
            [clojure.main :as main]
            [clojure.string :as string])
  (:import (clojure.lang LineNumberingPushbackReader)
           (java.io BufferedWriter InputStreamReader OutputStreamWriter)
           (java.net InetAddress ServerSocket Socket SocketException)
           (java.util Properties)))

(def ^:dynamic *session*
  "The names of server and connection, {:server name :client id}, where a server's function runs."
  nil)

;; Servers by name: {:name :socket :sessions {id socket}}.
(defonce ^:private servers (atom {}))

(defn- required [options key]
  (let [value (get options key)]
    (when-not value
      (throw (ex-info (str "Missing required socket server property " key) options)))
    value))

(defn- validate-opts [{:keys [port] :as options}]
  (run! (partial required options) [:name :port :accept])
  (when-not (and (integer? port) (<= 0 port 65535))
    (throw (ex-info (str "Invalid socket server port: " port) options))))

(defn- start-thread [name daemon f]
  (doto (Thread. ^Runnable f ^String name)
    (.setDaemon (boolean daemon))
    (.start)))

(defn- accepted
  "Runs the server's function for a connection, whose streams are *in*, *out* and, if asked for, *err*."
  [^Socket connection client server accept args bind-err]
  (let [in (LineNumberingPushbackReader. (InputStreamReader. (.getInputStream connection)))
        out (BufferedWriter. (OutputStreamWriter. (.getOutputStream connection)))]
    (try
      (binding [*in* in
                *out* out
                *err* (if bind-err out *err*)
                *session* {:server server :client client}]
        (swap! servers assoc-in [server :sessions client] connection)
        (require (symbol (namespace accept)))
        (apply (resolve accept) args)
        (flush))
      (catch SocketException _)
      (finally
        (swap! servers (fn [all] (if (get all server) (update-in all [server :sessions] dissoc client) all)))
        (.close connection)))))

(defn start-server
  "Starts a server in a thread of its own and returns its java.net.ServerSocket. Options:
    :name           required, what stop-server knows it by
    :port           required, 0 for any
    :accept         required, the namespaced symbol of the function that each connection runs
    :args           its arguments
    :address        where to listen, by default the loopback address
    :bind-err       whether *err* is the connection too, by default true
    :server-daemon  whether the server's thread is a daemon, by default true
    :client-daemon  whether the connections' threads are, by default true"
  [opts]
  (validate-opts opts)
  (let [{:keys [address port name accept args bind-err server-daemon client-daemon]
         :or {bind-err true server-daemon true client-daemon true}} opts
        socket (ServerSocket. port 0 (InetAddress/getByName address))]
    (swap! servers assoc name {:name name :socket socket :sessions {}})
    (start-thread
     (str "Clojure Server " name) server-daemon
     (fn []
       (try
         (loop [client 1]
           (when-not (.isClosed socket)
             (when-let [connection (try (.accept socket) (catch SocketException _ nil))]
               (start-thread (str "Clojure Connection " name " " client) client-daemon
                             (bound-fn [] (accepted connection (str client) name accept args bind-err))))
             (recur (inc client))))
         (finally
           (swap! servers (fn [all] (if (identical? socket (get-in all [name :socket])) (dissoc all name) all)))))))
    socket))

(defn stop-server
  "Stops a server, that of the current connection if none is named, and closes its connections. True
  if there was one."
  ([] (stop-server (:server *session*)))
  ([name]
   (when-let [{:keys [^ServerSocket socket sessions]} (get @servers name)]
     (swap! servers dissoc name)
     (.close socket)
     (doseq [^Socket connection (vals sessions)] (.close connection))
     true)))

(defn stop-servers
  "Stops all servers."
  []
  (run! stop-server (keys @servers)))

(defn- server-options
  "The options of the servers that properties named clojure.server.NAME describe, in EDN."
  [^Properties properties]
  (for [name (sort (.stringPropertyNames properties))
        :when (string/starts-with? name "clojure.server.")]
    (assoc (edn/read-string (.getProperty properties name)) :name (subs name (count "clojure.server.")))))

(defn start-servers
  "Starts the servers that system properties clojure.server.NAME describe."
  [system-props]
  (run! start-server (server-options system-props)))

;; A REPL for people

(defn repl-init
  "What a REPL over a socket begins with: the namespace user, with what a REPL has at hand."
  []
  (in-ns 'user)
  (apply require main/repl-requires))

(defn repl-read
  "As clojure.main/repl-read, and :repl/quit ends."
  [request-prompt request-exit]
  (or ({:line-start request-prompt :stream-end request-exit} (main/skip-whitespace *in*))
      (let [form (read {:read-cond :allow} *in*)]
        (main/skip-if-eol *in*)
        (if (= form :repl/quit) request-exit form))))

(defn repl
  "A REPL over *in* and *out*, for a server's :accept."
  []
  (main/repl :init repl-init :read repl-read))

;; A REPL for programs

(defn- exception-map [throwable phase]
  (assoc (Throwable->map throwable) :phase phase))

(defn prepl
  "Reads forms from a reader until its end or :repl/quit, evaluates them, and calls out-fn with maps:
    {:tag :ret :val value :ns name :ms milliseconds :form text}, with :exception true where the value
      is the data of an exception
    {:tag :out :val text}, {:tag :err :val text}  what was printed
    {:tag :tap :val value}                        what tap> was given
  :stdin is *in* of what is evaluated, by default the reader itself."
  {:added "1.10"}
  [in-reader out-fn & {:keys [stdin]}]
  (let [end (Object.)
        tap (fn [x] (out-fn {:tag :tap :val x}))]
    (main/with-bindings
      (in-ns 'user)
      (binding [*in* (or stdin in-reader)
                *out* (PrintWriter-on (fn [text] (out-fn {:tag :out :val text})) nil)
                *err* (PrintWriter-on (fn [text] (out-fn {:tag :err :val text})) nil)]
        (try
          (add-tap tap)
          (loop []
            (when
             (try
               (let [[form text] (try (read+string {:eof end :read-cond :allow} in-reader)
                                      (catch Throwable t (throw (ex-info nil {:clojure.error/phase :read-source} t))))]
                 (when-not (identical? form end)
                   (let [start (System/nanoTime)]
                     (if (= form :repl/quit)
                       false
                       (do
                         (try
                           (let [value (eval form)
                                 ms (quot (- (System/nanoTime) start) 1000000)]
                             (flush)
                             (.flush ^java.io.Writer *err*)
                             (when-not (= form :repl/quit)
                               (set! *3 *2)
                               (set! *2 *1)
                               (set! *1 value)
                               (out-fn {:tag :ret
                                        :val (if (instance? Throwable value) (Throwable->map value) value)
                                        :ns (name (.name *ns*))
                                        :ms ms
                                        :form text})))
                           (catch Throwable t
                             (set! *e t)
                             (flush)
                             (.flush ^java.io.Writer *err*)
                             (out-fn {:tag :ret
                                      :val (exception-map t (or (:clojure.error/phase (ex-data t)) :execution))
                                      :ns (name (.name *ns*))
                                      :form text
                                      :exception true})))
                         true)))))
               (catch Throwable t
                 (set! *e t)
                 (out-fn {:tag :ret :val (exception-map t :read-source) :ns (name (.name *ns*)) :exception true})
                 true))
              (recur)))
          (finally
            (remove-tap tap)))))))

(defn- printed
  "A function that prints a map on one line of a writer, undisturbed by other threads."
  [writer valf]
  (let [lock (Object.)]
    (fn [m]
      (binding [*out* writer *flush-on-newline* true *print-readably* true]
        (locking lock
          (prn (if (contains? #{:ret :tap} (:tag m))
                 (try
                   (assoc m :val (valf (:val m)))
                   (catch Throwable t
                     (assoc m :val (valf (exception-map t :print-eval-result)) :exception true)))
                 m))
          (flush))))))

(defn io-prepl
  "prepl over *in* and *out*, with maps as EDN, one per line. :valf makes a text of a value, by default
  pr-str."
  {:added "1.10"}
  [& {:keys [valf] :or {valf pr-str}}]
  (prepl *in* (printed *out* valf)))

(defn remote-prepl
  "Connects to an io-prepl at host and port: sends the forms that it reads from a reader, and calls
  out-fn with each map that comes back, the values of :ret and :tap read by :valf, by default
  read-string. :readf reads the forms, by default read with conditionals."
  {:added "1.10"}
  [^String host port ^java.io.Reader in-reader out-fn
   & {:keys [valf readf] :or {valf read-string readf (fn [reader eof] (read {:read-cond :allow :eof eof} reader))}}]
  (let [end (Object.)
        ended (promise)
        connection (Socket. host (int port))
        from-server (java.io.PushbackReader. (InputStreamReader. (.getInputStream connection)))
        to-server (OutputStreamWriter. (.getOutputStream connection))
        lines (LineNumberingPushbackReader. in-reader)]
    (start-thread "clojure.core.server/remote-prepl" true
                  (bound-fn []
                    (try
                      (loop []
                        (let [{:keys [tag val] :as m} (read {:eof end} from-server)]
                          (when-not (identical? m end)
                            (out-fn (if (and (contains? #{:ret :tap} tag) (string? val))
                                      (try (assoc m :val (valf val))
                                           (catch Throwable t (assoc m :val (exception-map t :read-eval-result) :exception true)))
                                      m))
                            (recur))))
                      (catch SocketException _)
                      (finally (deliver ended true)))))
    (try
      (loop []
        (let [form (readf lines end)]
          (when-not (identical? form end)
            (.write to-server (str (pr-str form) "\n"))
            (.flush to-server)
            (when-not (= form :repl/quit) (recur)))))
      (.shutdownOutput connection)
      @ended
      (finally (.close connection)))
    nil))

(ns clojure.host.net
  "java.net's addresses, and TCP sockets over native descriptors."
  (:require [clojure.host.defclass :refer [defclass extend-class]]
            [clojure.string :as str])
  (:import (java.io IOException)
           (java.net BindException ConnectException Inet4Address Inet6Address InetAddress InetSocketAddress ServerSocket
                     Socket SocketException SocketTimeoutException UnknownHostException)))

;; Addresses

(defn- literal? [host] (boolean (or (re-matches #"\d+(\.\d+){0,3}" host) (str/includes? host ":"))))

(defn- address-text [bytes]
  (if (= 4 (alength bytes))
    (str/join "." (map (fn [b] (bit-and b 255)) bytes))
    (str/join ":" (map (fn [[a b]] (Long/toHexString (bit-or (bit-shift-left (bit-and a 255) 8) (bit-and b 255))))
                       (partition 2 bytes)))))

(defn- first-byte [bytes] (bit-and 255 (aget bytes 0)))

(defmacro ^:private def-address-class [class-sym]
  `(defclass ~class-sym [~'host ~'bytes ~'scope]
     (~'getAddress [_#] (aclone ~'bytes))
     (~'getHostAddress [_#] (str (address-text ~'bytes) (when ~'scope (str "%" ~'scope))))
     (~'getHostName [this#] (or ~'host (.getHostAddress this#)))
     (~'getCanonicalHostName [this#] (or ~'host (.getHostAddress this#)))
     (~'isLoopbackAddress [_#] (if (= 4 (alength ~'bytes)) (= 127 (first-byte ~'bytes)) (= (seq ~'bytes) (concat (repeat 15 0) [1]))))
     (~'isAnyLocalAddress [_#] (every? zero? ~'bytes))
     (~'isMulticastAddress [_#] (if (= 4 (alength ~'bytes)) (<= 224 (first-byte ~'bytes) 239) (= 255 (first-byte ~'bytes))))
     (~'isSiteLocalAddress [_#]
       (let [a# (first-byte ~'bytes) b# (bit-and 255 (aget ~'bytes 1))]
         (if (= 4 (alength ~'bytes))
           (or (= 10 a#) (and (= 172 a#) (<= 16 b# 31)) (and (= 192 a#) (= 168 b#)))
           (and (= 0xfe a#) (= 0xc0 (bit-and b# 0xc0))))))
     (~'isLinkLocalAddress [_#]
       (let [a# (first-byte ~'bytes) b# (bit-and 255 (aget ~'bytes 1))]
         (if (= 4 (alength ~'bytes))
           (and (= 169 a#) (= 254 b#))
           (and (= 0xfe a#) (= 0x80 (bit-and b# 0xc0))))))
     (~'equals [_# o#] (and (instance? InetAddress o#) (= (seq ~'bytes) (seq (.getAddress o#)))))
     (~'hashCode [_#] (unchecked-int (reduce (fn [h# b#] (bit-or (bit-shift-left h# 8) (bit-and b# 255))) 0 (take-last 4 ~'bytes))))
     (~'toString [this#] (str ~'host "/" (.getHostAddress this#)))))

(def-address-class java.net.Inet4Address)
(def-address-class java.net.Inet6Address)

(defn- make-address
  ([host bytes] (make-address host bytes nil))
  ([host bytes scope]
   (case (alength bytes)
     4 (Inet4Address/<init> host bytes nil)
     16 (Inet6Address/<init> host bytes scope)
     (throw (UnknownHostException. "addr is of illegal length")))))

(defn scoped-address
  "An address that has no name; the scope of an IPv6 one is an interface's name."
  [bytes scope]
  (make-address nil bytes scope))

(defn- resolved
  "The addresses of a host's name, or of an address in text."
  [host]
  (if (or (nil? host) (= host ""))
    [(make-address "localhost" (byte-array [127 0 0 1]))]
    (let [_ (when (str/includes? host "\u0000") (throw (UnknownHostException. "NUL character not allowed in hostname")))
          found (clojure.core/-resolve-host host)]
      (if (string? found)
        (throw (UnknownHostException. (str host ": " found)))
        (mapv (fn [bytes] (make-address (when-not (literal? host) host) bytes)) found)))))

(extend-class java.net.InetAddress
  :static
  (getByName [host] (first (resolved host)))
  (getAllByName [host] (into-array InetAddress (resolved host)))
  (getByAddress ([bytes] (make-address nil (aclone bytes))) ([host bytes] (make-address host (aclone bytes))))
  (getLoopbackAddress [] (make-address "localhost" (byte-array [127 0 0 1])))
  (getLocalHost [] (InetAddress/getByName (clojure.core/-host-name))))

(defn- check-port [port]
  (when-not (<= 0 port 65535) (throw (IllegalArgumentException. (str "port out of range:" port)))))

(defclass java.net.InetSocketAddress [host address port]
  (getAddress [_] address)
  (getPort [_] (int port))
  (getHostName [_] (or host (.getHostName address)))
  (getHostString [_] (or host (.getHostName address)))
  (isUnresolved [_] (nil? address))
  (equals [this o]
    (and (instance? InetSocketAddress o) (= port (.getPort o))
         (if address (= address (.getAddress o)) (and (.isUnresolved o) (= host (.getHostString o))))))
  (hashCode [_] (unchecked-int (+ (.hashCode (or address host)) port)))
  (toString [_] (str (if address address (str host "/<unresolved>")) ":" port))
  :static
  (createUnresolved [host port] (check-port port) (InetSocketAddress/<init> host nil (long port)))
  (new ([port] (check-port port) (InetSocketAddress/<init> nil (make-address "0.0.0.0" (byte-array 4)) (long port)))
    ([host port]
     (check-port port)
     (if (instance? InetAddress host)
       (InetSocketAddress/<init> nil host (long port))
       (let [address (try (InetAddress/getByName host) (catch UnknownHostException _ nil))]
         (InetSocketAddress/<init> (when-not address host) address (long port)))))))

;; Sockets

(defn end-of
  "The socket address of one end of a connection."
  [descriptor peer?]
  (let [found (clojure.core/-socket-name descriptor peer?)]
    (when (vector? found)
      (InetSocketAddress/<init> nil (make-address nil (first found)) (second found)))))

(defn- check-result
  "What a native function of a socket answered, unless it is why it failed."
  [result closed?]
  (cond
    (and (string? result) closed?) (throw (SocketException. "Socket closed"))
    (string? result) (throw (SocketException. result))
    (false? result) (throw (SocketTimeoutException. "Read timed out"))
    :else result))

(defn end-descriptor
  "Closes the descriptor of a socket, if it has one; whoever waits for it wakes."
  [descriptor]
  (when descriptor
    (clojure.core/-socket-shutdown descriptor 2)
    (clojure.core/-socket-close descriptor)))

(defclass java.net.Socket$SocketInputStream [socket]
  (read ([this] (let [b (byte-array 1)] (if (neg? (.read this b 0 1)) (int -1) (int (bit-and 255 (aget b 0))))))
    ([this b] (.read this b 0 (alength b)))
    ([_ b from n] (.receive socket b from n)))
  (available [_] (int 0))
  (close [_] (.close socket)))

(defclass java.net.Socket$SocketOutputStream [socket]
  (write ([this b] (if (bytes? b) (.write this b 0 (alength b)) (.write this (byte-array [(unchecked-byte b)]) 0 1)))
    ([_ b from n] (.send socket b from n)))
  (flush [_])
  (close [_] (.close socket)))

(defclass java.net.Socket
  [^:volatile-mutable descriptor ^:volatile-mutable closed ^:volatile-mutable timeout ^:volatile-mutable input-ended
   ^:volatile-mutable output-ended ^:volatile-mutable ends]
  (checked [_]
    (when closed (throw (SocketException. "Socket is closed")))
    (or descriptor (throw (SocketException. "Socket is not connected"))))
  (connect ([this address] (.connect this address 0))
    ([_ address timeout-ms]
     (when closed (throw (SocketException. "Socket is closed")))
     (when descriptor (throw (SocketException. "already connected")))
     (when (.isUnresolved address) (throw (UnknownHostException. (.getHostString address))))
     (let [result (clojure.core/-socket-connect (.getAddress (.getAddress address)) (.getPort address) timeout-ms)]
       (cond
         (string? result) (throw (ConnectException. result))
         (false? result) (throw (SocketTimeoutException. "Connect timed out"))
         :else (do (set! ends [(end-of result false) address]) (set! descriptor result)))
       nil)))
  (receive [this b from n]
    (let [fd (.checked this)]
      (cond
        input-ended (int -1)
        (zero? n) (int 0)
        :else (int (check-result (clojure.core/-socket-read fd b from n timeout) closed)))))
  (send [this b from n]
    (let [fd (.checked this)]
      (when output-ended (throw (SocketException. "Socket output is shutdown")))
      (check-result (clojure.core/-socket-write fd b from n) closed)
      nil))
  (getInputStream [this]
    (.checked this)
    (when input-ended (throw (SocketException. "Socket input is shutdown")))
    (java.net.Socket$SocketInputStream/<init> this))
  (getOutputStream [this]
    (.checked this)
    (when output-ended (throw (SocketException. "Socket output is shutdown")))
    (java.net.Socket$SocketOutputStream/<init> this))
  (shutdownInput [this] (clojure.core/-socket-shutdown (.checked this) 0) (set! input-ended true) nil)
  (shutdownOutput [this] (clojure.core/-socket-shutdown (.checked this) 1) (set! output-ended true) nil)
  (close [this] (end-descriptor (locking this (when-not closed (set! closed true) descriptor))))
  (isConnected [_] (some? descriptor))
  (isBound [_] (some? descriptor))
  (isClosed [_] closed)
  (isInputShutdown [_] input-ended)
  (isOutputShutdown [_] output-ended)
  (getLocalPort [_] (int (if descriptor (if closed -1 (.getPort (first ends))) -1)))
  (getLocalAddress [_] (if (and descriptor (not closed)) (.getAddress (first ends)) (make-address "0.0.0.0" (byte-array 4))))
  (getLocalSocketAddress [_] (when (and descriptor (not closed)) (first ends)))
  (getPort [_] (int (if descriptor (.getPort (second ends)) 0)))
  (getInetAddress [_] (when descriptor (.getAddress (second ends))))
  (getRemoteSocketAddress [_] (when descriptor (second ends)))
  (setSoTimeout [_ ms] (set! timeout (long ms)) nil)
  (getSoTimeout [_] (int timeout))
  (setTcpNoDelay [this on] (clojure.core/-socket-option (.checked this) 0 (if on 1 0)) nil)
  (getTcpNoDelay [this] (pos? (clojure.core/-socket-option (.checked this) 0)))
  (setKeepAlive [this on] (clojure.core/-socket-option (.checked this) 1 (if on 1 0)) nil)
  (getKeepAlive [this] (pos? (clojure.core/-socket-option (.checked this) 1)))
  (setReuseAddress [_ _])
  (setSendBufferSize [this n] (clojure.core/-socket-option (.checked this) 3 n) nil)
  (setReceiveBufferSize [this n] (clojure.core/-socket-option (.checked this) 4 n) nil)
  (toString [_]
    (if descriptor
      (str "Socket[addr=" (.getAddress (second ends)) ",port=" (.getPort (second ends))
           ",localport=" (.getPort (first ends)) "]")
      "Socket[unconnected]"))
  :static
  (new ([] (Socket/<init> nil false 0 false false nil))
    ([host port]
     (doto (Socket.)
       (.connect (InetSocketAddress. (or host (InetAddress/getLoopbackAddress)) port))))))

(defclass java.net.ServerSocket [^:volatile-mutable descriptor ^:volatile-mutable closed ^:volatile-mutable timeout]
  (bind ([this address] (.bind this address 50))
    ([_ address backlog]
     (when closed (throw (SocketException. "Socket is closed")))
     (let [to (some-> address .getAddress)
           result (clojure.core/-socket-listen (when-not (or (nil? to) (.isAnyLocalAddress to)) (.getAddress to))
                                               (if address (.getPort address) 0) (if (pos? backlog) backlog 50))]
       (when (string? result) (throw (BindException. result)))
       (set! descriptor result)
       nil)))
  (accept [_]
    (when closed (throw (SocketException. "Socket is closed")))
    (when-not descriptor (throw (SocketException. "Socket is not bound yet")))
    (let [result (clojure.core/-socket-accept descriptor timeout)]
      (if (false? result)
        (throw (SocketTimeoutException. "Accept timed out"))
        (let [descriptor (check-result result closed)]
          (Socket/<init> descriptor false 0 false false [(end-of descriptor false) (end-of descriptor true)])))))
  (close [this] (end-descriptor (locking this (when-not closed (set! closed true) descriptor))))
  (isClosed [_] closed)
  (isBound [_] (some? descriptor))
  (getLocalPort [_] (int (if (and descriptor (not closed)) (.getPort (end-of descriptor false)) -1)))
  (getInetAddress [_] (when (and descriptor (not closed)) (.getAddress (end-of descriptor false))))
  (getLocalSocketAddress [_] (when (and descriptor (not closed)) (end-of descriptor false)))
  (setSoTimeout [_ ms] (set! timeout (long ms)) nil)
  (getSoTimeout [_] (int timeout))
  (setReuseAddress [_ _])
  (getReuseAddress [_] true)
  (toString [_]
    (if (and descriptor (not closed))
      (str "ServerSocket[addr=" (.getAddress (end-of descriptor false)) ",localport=" (.getPort (end-of descriptor false)) "]")
      "ServerSocket[unbound]"))
  :static
  (new ([] (ServerSocket/<init> nil false 0))
    ([port] (ServerSocket. port 50 nil))
    ([port backlog] (ServerSocket. port backlog nil))
    ([port backlog address]
     (let [port (int port)]
       (when-not (<= 0 port 65535) (throw (IllegalArgumentException. (str "Port value out of range: " port))))
       (let [socket (ServerSocket.)]
         (.bind socket (if address (InetSocketAddress. address port) (InetSocketAddress. port)) backlog)
         socket)))))

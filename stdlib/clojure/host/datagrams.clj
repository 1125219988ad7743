(ns clojure.host.datagrams
  "java.net.DatagramSocket and DatagramPacket: UDP over native descriptors."
  (:require [clojure.host.defclass :refer [defclass]]
            [clojure.host.net :refer [end-descriptor end-of]])
  (:import (java.net BindException DatagramPacket DatagramSocket InetAddress InetSocketAddress SocketException
                     SocketTimeoutException)))

(defn- check-part [array from n]
  (when (or (neg? n) (neg? from) (> n (- (alength array) from)))
    (throw (IllegalArgumentException. "illegal length or offset"))))

(defn- check-port [port]
  (when-not (<= 0 port 65535) (throw (IllegalArgumentException. (str "Port out of range:" port)))))

;; `room` is how much may be received, `length` what is there.
(defclass java.net.DatagramPacket
  [^:unsynchronized-mutable array ^:unsynchronized-mutable from ^:unsynchronized-mutable length ^:unsynchronized-mutable room
   ^:unsynchronized-mutable address ^:unsynchronized-mutable port]
  (getData [_] array)
  (getOffset [_] (int from))
  (getLength [_] (int length))
  (getRoom [_] room)
  (getAddress [_] address)
  (getPort [_] (int port))
  (getSocketAddress [_] (InetSocketAddress. address (int port)))
  (setData ([this bs] (.setData this bs 0 (alength bs)))
    ([_ bs at n]
     (check-part bs at n)
     (set! array bs)
     (set! from at)
     (set! length n)
     (set! room n)
     nil))
  (setLength [_ n] (check-part array from n) (set! length n) (set! room n) nil)
  (setAddress [_ a] (set! address a) nil)
  (setPort [_ p] (check-port p) (set! port p) nil)
  (setSocketAddress [this a]
    (when-not (instance? InetSocketAddress a) (throw (IllegalArgumentException. "unsupported address type")))
    (set! address (.getAddress a))
    (set! port (.getPort a))
    nil)
  (received [_ n a p]
    (set! length n)
    (set! address a)
    (set! port p)
    nil)
  :static
  (new ([bs n] (DatagramPacket. bs 0 n))
    ([bs from n]
     (if (instance? InetSocketAddress n)
       (doto (DatagramPacket. bs 0 from) (.setSocketAddress n))
       (if (instance? InetSocketAddress from)
         (DatagramPacket. bs n from)
         (do (check-part bs from n) (DatagramPacket/<init> bs from n n nil 0)))))
    ([bs a b c]
     (if (instance? InetSocketAddress c)
       (doto (DatagramPacket. bs a b) (.setSocketAddress c))
       (DatagramPacket. bs 0 a b c)))
    ([bs from n address port]
     (check-part bs from n)
     (check-port port)
     (DatagramPacket/<init> bs from n n address port))))

(defclass java.net.DatagramSocket [^:volatile-mutable descriptor ^:volatile-mutable closed ^:volatile-mutable timeout
                                   ^:volatile-mutable peer]
  (bind [_ address]
    (when closed (throw (SocketException. "Socket closed")))
    (when descriptor (throw (SocketException. "already bound")))
    (let [to (some-> address .getAddress)
          result (clojure.core/-datagram-open (when-not (or (nil? to) (.isAnyLocalAddress to)) (.getAddress to))
                                              (if address (.getPort address) 0))]
      (when (string? result) (throw (BindException. result)))
      (set! descriptor result)
      nil))
  (opened [this]
    (when closed (throw (SocketException. "Socket closed")))
    (when-not descriptor (.bind this nil))
    descriptor)
  (send [this packet]
    (let [to (or (.getAddress packet) (some-> peer .getAddress) (throw (IllegalArgumentException. "Address not set")))
          port (if (.getAddress packet) (.getPort packet) (if peer (.getPort peer) 0))
          fd (.opened this)]
      (when (and peer (not= [to port] [(.getAddress peer) (.getPort peer)]))
        (throw (IllegalArgumentException. "Packet address and connected address must be the same")))
      (when (zero? port) (throw (SocketException. "Can't send to port 0")))
      (when-let [failed (clojure.core/-datagram-send fd (.getAddress to) port (.getData packet) (.getOffset packet)
                                                     (.getLength packet))]
        (throw (SocketException. failed)))))
  (receive [this packet]
    (let [result (clojure.core/-datagram-receive (.opened this) (.getData packet) (.getOffset packet) (.getRoom packet) timeout)]
      (cond
        closed (throw (SocketException. "Socket closed"))
        (false? result) (throw (SocketTimeoutException. "Receive timed out"))
        (string? result) (throw (SocketException. result)))
      (let [[n bytes port] result
            sender (InetAddress/getByAddress bytes)]
        (if (and peer (not= [sender port] [(.getAddress peer) (.getPort peer)]))
          (recur packet)
          (.received packet n sender port)))))
  (connect ([this address] (.connect this (.getAddress address) (.getPort address)))
    ([this address port]
     (.opened this)
     (set! peer (InetSocketAddress. address (int port)))
     nil))
  (disconnect [_] (set! peer nil) nil)
  (close [this] (end-descriptor (locking this (when-not closed (set! closed true) descriptor))))
  (isClosed [_] closed)
  (isBound [_] (some? descriptor))
  (isConnected [_] (some? peer))
  (getPort [_] (if peer (.getPort peer) (int -1)))
  (getInetAddress [_] (when peer (.getAddress peer)))
  (getRemoteSocketAddress [_] peer)
  (getLocalPort [_] (cond closed (int -1) descriptor (.getPort (end-of descriptor false)) :else (int 0)))
  (getLocalAddress [_] (when-not closed (if descriptor (.getAddress (end-of descriptor false)) (InetAddress/getByName "0.0.0.0"))))
  (getLocalSocketAddress [_] (when (and descriptor (not closed)) (end-of descriptor false)))
  (setSoTimeout [_ ms]
    (when (neg? ms) (throw (IllegalArgumentException. "timeout < 0")))
    (set! timeout (long ms))
    nil)
  (getSoTimeout [_] (int timeout))
  (setReuseAddress [this on] (clojure.core/-socket-option (.opened this) 2 (if on 1 0)) nil)
  (getReuseAddress [this] (pos? (clojure.core/-socket-option (.opened this) 2)))
  (setSendBufferSize [this n] (clojure.core/-socket-option (.opened this) 3 n) nil)
  (getSendBufferSize [this] (int (clojure.core/-socket-option (.opened this) 3)))
  (setReceiveBufferSize [this n] (clojure.core/-socket-option (.opened this) 4 n) nil)
  (getReceiveBufferSize [this] (int (clojure.core/-socket-option (.opened this) 4)))
  (setBroadcast [this _] (.opened this) nil)
  (getBroadcast [_] true)
  :static
  (new ([] (DatagramSocket. 0))
    ([port]
     (let [socket (DatagramSocket/<init> nil false 0 nil)]
       (cond
         (nil? port) socket
         (instance? InetSocketAddress port) (doto socket (.bind port))
         :else (doto socket (.bind (InetSocketAddress. (int port)))))))
    ([port address]
     (let [socket (DatagramSocket/<init> nil false 0 nil)]
       (doto socket (.bind (if address (InetSocketAddress. address (int port)) (InetSocketAddress. (int port)))))))))

(ns clojure.host.network-interfaces
  "java.net.NetworkInterface: those that have addresses, with what Linux tells of them in /sys."
  (:require [clojure.host.defclass :refer [defclass extend-class]]
            [clojure.host.net :refer [scoped-address]]
            [clojure.string :as str])
  (:import (java.net NetworkInterface)
           (java.util Collections Objects)))

(defclass java.net.InterfaceAddress [address prefix broadcast]
  (getAddress [_] address)
  (getNetworkPrefixLength [_] (short prefix))
  (getBroadcast [_] broadcast)
  (equals [_ o]
    (and (instance? java.net.InterfaceAddress o) (= address (.getAddress o)) (= broadcast (.getBroadcast o))
         (= prefix (.getNetworkPrefixLength o))))
  (hashCode [_] (unchecked-int (+ (.hashCode address) (if broadcast (.hashCode broadcast) 0) prefix)))
  (toString [_] (str address "/" prefix " [" (or broadcast "null") "]")))

(defn- detail
  "What the system's file says of an interface."
  [label file]
  (str/trim (slurp (str "/sys/class/net/" label "/" file))))

(defn- hardware-address [label]
  (let [bytes (map (fn [pair] (unchecked-byte (Integer/parseInt pair 16))) (re-seq #"[0-9a-f]{2}" (detail label "address")))]
    (when-not (every? zero? bytes) (byte-array bytes))))

(defn- enumeration [xs] (Collections/enumeration (vec xs)))

(defclass java.net.NetworkInterface [label flags addresses]
  (getName [_] label)
  (getDisplayName [_] label)
  (getIndex [_] (int (parse-long (detail label "ifindex"))))
  (getMTU [_] (int (parse-long (detail label "mtu"))))
  (getHardwareAddress [_] (hardware-address label))
  ;; Up and running, as of java.net; the bits are those of the system.
  (isUp [_] (= 0x41 (bit-and flags 0x41)))
  (isLoopback [_] (bit-test flags 3))
  (isPointToPoint [_] (bit-test flags 4))
  (supportsMulticast [_] (bit-test flags 12))
  (isVirtual [_] false)
  (getParent [_])
  (getSubInterfaces [_] (enumeration []))
  (subInterfaces [_] (.stream []))
  (getInetAddresses [_] (enumeration (map (fn [a] (.getAddress a)) addresses)))
  (inetAddresses [_] (.stream (mapv (fn [a] (.getAddress a)) addresses)))
  (getInterfaceAddresses [_] (java.util.ArrayList. addresses))
  (equals [_ o]
    (and (instance? NetworkInterface o) (= label (.getName o)) (= (set addresses) (set (.getInterfaceAddresses o)))))
  (hashCode [_] (.hashCode label))
  (toString [_] (str "name:" label " (" label ")")))

(defn- interface-address [[label _ bytes prefix broadcast]]
  (java.net.InterfaceAddress/<init> (scoped-address bytes label) prefix (when broadcast (scoped-address broadcast nil))))

(defn- interfaces
  "In the order of the JVM: who was found last comes first, and the addresses of IPv6 before those of IPv4."
  []
  (let [[v4 v6] ((juxt filter remove) (fn [[_ _ bytes]] (= 4 (alength bytes))) (clojure.core/-interface-addresses))]
    (for [label (reverse (distinct (map first (concat v4 v6))))
          :let [own (filter (fn [row] (= label (first row))) (concat v6 (reverse v4)))]]
      (NetworkInterface/<init> label (second (first own)) (mapv interface-address own)))))

(defn- first-with [matches?] (first (filter matches? (interfaces))))

(extend-class java.net.NetworkInterface
  :static
  (getNetworkInterfaces [] (enumeration (interfaces)))
  (networkInterfaces [] (.stream (vec (interfaces))))
  (getByName [label] (Objects/requireNonNull label) (first-with (fn [i] (= label (.getName i)))))
  (getByIndex [n]
    (when (neg? n) (throw (IllegalArgumentException. "Interface index can't be negative")))
    (first-with (fn [i] (= n (.getIndex i)))))
  (getByInetAddress [address]
    (Objects/requireNonNull address)
    (first-with (fn [i] (some (fn [a] (= address (.getAddress a))) (.getInterfaceAddresses i))))))

; Network interfaces by the one that every machine has; which addresses are of a link or a site.
(import '(java.net InetAddress NetworkInterface))

(defmacro try-all [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form)
                          (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))))

(def lo (NetworkInterface/getByName "lo"))
(def own (first (filter #(= 4 (alength (.getAddress (.getAddress %)))) (.getInterfaceAddresses lo))))
(try-all (.getName lo) (.getDisplayName lo) (str lo) (.isLoopback lo) (.isUp lo) (.isPointToPoint lo) (.isVirtual lo) (.getHardwareAddress lo)
         (.getParent lo) (.hasMoreElements (.getSubInterfaces lo)) (hash lo) (= lo (NetworkInterface/getByIndex (.getIndex lo)))
         (str own) (str (.getAddress own)) (.getNetworkPrefixLength own) (class (.getNetworkPrefixLength own)) (.getBroadcast own)
         (contains? (set (map #(.getHostAddress %) (enumeration-seq (.getInetAddresses lo)))) "127.0.0.1")
         (str (NetworkInterface/getByInetAddress (InetAddress/getByName "127.0.0.1"))) (NetworkInterface/getByInetAddress (InetAddress/getByName "203.0.113.9"))
         (contains? (set (map #(.getName %) (enumeration-seq (NetworkInterface/getNetworkInterfaces)))) "lo")
         (= (.count (NetworkInterface/networkInterfaces)) (count (enumeration-seq (NetworkInterface/getNetworkInterfaces))))
         (.anyMatch (.inetAddresses lo) (reify java.util.function.Predicate (test [_ a] (.isLoopbackAddress a))))
         (NetworkInterface/getByName "nope") (NetworkInterface/getByName nil) (NetworkInterface/getByIndex -1) (NetworkInterface/getByIndex 99999) (NetworkInterface/getByInetAddress nil))
(doseq [text ["fe80::1" "fec0::1" "fd00::1" "::1" "169.254.1.1" "10.1.1.1" "8.8.8.8" "febf::1"]
        :let [a (InetAddress/getByName text)]]
  (println text (.getHostAddress a) (.isLinkLocalAddress a) (.isSiteLocalAddress a) (.isLoopbackAddress a) (.isAnyLocalAddress a)))

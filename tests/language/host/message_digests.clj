;; MessageDigest: names in either case, data in pieces, copies, digests into arrays.
(import '(java.security DigestException MessageDigest))

(defn- hex [bytes] (apply str (map #(format "%02x" %) bytes)))
(defn- failure [f] (try (f) (catch Exception e (str (.getName (class e)) ": " (.getMessage e)))))

(doseq [name ["MD5" "md5" "Md5" "SHA" "sha" "SHA1" "sha1" "SHA-1" "SHA256" "sha-256" "SHA-256" "SHA224" "SHA384" "sha512" "SHA-512/224"
              "sha-512/256" "SHA3-224" "sha3-256" "SHA3-384" "SHA3-512" "SHA-3-256" "SHA3" "SHA_256" "MD4" ""]]
  (println name (failure #(let [d (MessageDigest/getInstance name)]
                            (str (.getAlgorithm d) " " (.getDigestLength d) " " (hex (.digest d (.getBytes "abc"))))))))

;; Around the ends of blocks and of paddings: byte by byte, at once, in uneven pieces.
(doseq [name ["MD5" "SHA-1" "SHA-224" "SHA-256" "SHA-384" "SHA-512" "SHA-512/256" "SHA3-224" "SHA3-256" "SHA3-512"]
        n [0 1 55 56 63 64 65 71 72 111 112 119 120 127 128 129 135 136 137 1000]]
  (let [data (byte-array (map #(unchecked-byte (* 7 %)) (range n)))
        whole (hex (.digest (MessageDigest/getInstance name) data))
        single (let [d (MessageDigest/getInstance name)] (doseq [b data] (.update d (byte b))) (hex (.digest d)))
        pieces (let [d (MessageDigest/getInstance name)]
                 (doseq [from (range 0 n 37)] (.update d data (int from) (int (min 37 (- n from)))))
                 (hex (.digest d)))]
    (println name n whole (= whole single pieces))))

;; Much data in small pieces takes time in proportion.
(let [d (MessageDigest/getInstance "SHA-256") piece (byte-array 1024 (byte 5))]
  (dotimes [_ 8192] (.update d piece))
  (println (hex (.digest d))))

;; A digest begins again after its result; copies go on by themselves.
(let [d (MessageDigest/getInstance "MD5")]
  (println (pr-str (str d)))
  (.update d (.getBytes "ab"))
  (println (pr-str (str d)))
  (let [copy (.clone d)]
    (.update copy (.getBytes "c"))
    (println (hex (.digest copy)) (hex (.digest d)) (hex (.digest d))))
  (println (pr-str (str d)))
  (.update d (byte-array 0))
  (println (pr-str (str d)))
  (.reset d)
  (println (pr-str (str d))))

(let [d (MessageDigest/getInstance "MD5") into (byte-array 20)]
  (println (.digest d into 2 16) (hex into))
  (println (failure #(.digest d into 2 5)))
  (println (failure #(.digest d into 2 50)))
  (println (failure #(.digest d into -5 16)))
  (println (failure #(.update d (byte-array 3) 0 5)))
  (println (failure #(MessageDigest/getInstance nil))))
(println (hex (.digest (doto (MessageDigest/getInstance "SHA-1") (.update (java.nio.ByteBuffer/wrap (.getBytes "abc")))))))
(println (instance? java.security.GeneralSecurityException (DigestException. "x")))
(println (MessageDigest/isEqual nil (byte-array 0)) (MessageDigest/isEqual nil nil) (MessageDigest/isEqual (byte-array [1 2]) (byte-array [1 2])))

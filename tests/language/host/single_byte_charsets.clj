;; windows-1252 and ISO-8859-15: what Latin-1 is not in 32 of its bytes.
(require (quote clojure.java.io))
(import '(java.nio.charset Charset CodingErrorAction) '(java.nio ByteBuffer CharBuffer)
        '(java.io ByteArrayInputStream ByteArrayOutputStream InputStreamReader OutputStreamWriter File))

(defn- bytes-of [s charset] (mapv #(bit-and % 255) (.getBytes ^String s ^String charset)))

(defn- rest-of [buffer] (vec (repeatedly (.remaining buffer) #(.get buffer))))

(doseq [n ["windows-1252" "ISO-8859-15"]
        :let [c (Charset/forName n)]]
  (prn (.name c) (sort (.aliases c)) (Charset/isSupported n) (= c (Charset/forName (.toLowerCase n))))
  (prn (.getEncoding (InputStreamReader. (ByteArrayInputStream. (byte-array 0)) n))
       (.getEncoding (OutputStreamWriter. (ByteArrayOutputStream.) n)))
  (prn (mapv int (String. (byte-array (range -128 0)) n)))
  (prn (bytes-of (apply str (map char (range 0x7e 0x180))) n))
  (prn (bytes-of "“€” – ‰ Š日😀\uFFFD" n))
  (let [every (String. (byte-array (range -128 128)) n)]
    (prn (count (remove true? (map = (range -128 128) (.getBytes every n))))))
  (prn (.averageBytesPerChar (.newEncoder c)) (.maxBytesPerChar (.newEncoder c)) (.canEncode (.newEncoder c) \€)
       (.canEncode (.newEncoder c) "a日") (.canEncode (.newEncoder c) \?))
  (doseq [action [CodingErrorAction/REPORT CodingErrorAction/REPLACE CodingErrorAction/IGNORE]]
    (prn (try (str (.decode (.onUnmappableCharacter (.newDecoder c) action) (ByteBuffer/wrap (byte-array [97 -127 -92]))))
              (catch Exception e [(class e) (ex-message e)]))
         (try (rest-of (.encode (.onUnmappableCharacter (.newEncoder c) action) (CharBuffer/wrap "a日ž")))
              (catch Exception e [(class e) (ex-message e)])))))

(prn (map #(.name (Charset/forName %)) ["cp1252" "Windows-1252" "latin9" "ISO8859_15" "L9"]))

;; files
(let [f (File/createTempFile "charset" ".txt")]
  (spit f "Preis: 5 €\nMüller – Söhne\n" :encoding "windows-1252")
  (prn (.length f) (slurp f :encoding "Cp1252") (slurp f :encoding "ISO-8859-1"))
  (spit f "Œuvre: 5 €" :encoding "ISO-8859-15" :append true)
  (prn (with-open [r (clojure.java.io/reader f :encoding "ISO-8859-15")] (mapv identity (line-seq r))))
  (.delete f))

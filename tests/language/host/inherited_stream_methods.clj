; What streams of a program's own, and the host's, inherit from InputStream, OutputStream, Reader and the filters.
(import '(java.io BufferedInputStream ByteArrayInputStream ByteArrayOutputStream DataInputStream FilterInputStream FilterReader
                  InputStream OutputStream PushbackInputStream Reader SequenceInputStream StringReader)
        '(java.util.zip CheckedInputStream CRC32 DeflaterOutputStream GZIPInputStream GZIPOutputStream InflaterInputStream
                        ZipEntry ZipInputStream ZipOutputStream))

(defn source ^InputStream [s] (ByteArrayInputStream. (.getBytes (str s))))
(defn packed ^InputStream [make-out s]
  (let [sink (ByteArrayOutputStream.)]
    (with-open [^OutputStream out (make-out sink)] (.write out (.getBytes (str s))))
    (ByteArrayInputStream. (.toByteArray sink))))
(def streams
  [[:own #(let [in (source "one of its own")] (proxy [InputStream] [] (read ([] (.read in)) ([b] (.read in b)) ([b at n] (.read in b at n)))))]
   [:filter #(proxy [FilterInputStream] [(source "seen through")])]
   [:bytes #(source "bytes alone")]
   [:buffered #(BufferedInputStream. (source "with a buffer"))]
   [:pushback #(PushbackInputStream. (source "to push back"))]
   [:sequence #(SequenceInputStream. (source "left ") (source "right"))]
   [:data #(DataInputStream. (source "plain data"))]
   [:checked #(CheckedInputStream. (source "sums it up") (CRC32.))]
   [:digest #(java.security.DigestInputStream. (source "digested") (java.security.MessageDigest/getInstance "MD5"))]
   [:gzip #(GZIPInputStream. (packed (fn [o] (GZIPOutputStream. o)) "zipped by gnu"))]
   [:inflater #(InflaterInputStream. (packed (fn [o] (DeflaterOutputStream. o)) "full of air"))]
   [:zip #(doto (ZipInputStream. (packed (fn [o] (doto (ZipOutputStream. o) (.putNextEntry (ZipEntry. "e")))) "an entry"))
            (.getNextEntry))]
   [:null #(InputStream/nullInputStream)]])

(defmacro result [expr]
  `(try (let [r# ~expr] (if (bytes? r#) (String. (bytes r#)) r#)) (catch Throwable e# [(.getSimpleName (class e#)) (ex-message e#)])))
(doseq [[kind make] streams]
  (prn kind)
  (let [fresh (fn ^InputStream [] (make))]
    (prn (result (let [out (ByteArrayOutputStream.)] [(.transferTo (fresh) out) (str out)]))
         (result (.readAllBytes (fresh)))
         (result (.readNBytes (fresh) 4))
         (result (.readNBytes (fresh) -1))
         (result (let [b (byte-array 6) in (fresh)] [(.readNBytes in b 1 4) (vec b) (.read in)])))
    (prn (result (let [in (fresh)] [(.skip in 3) (.read in)]))
         (result (let [in (fresh)] (.skipNBytes in 3) (.read in)))
         (result (.skipNBytes (fresh) 100))
         (result (let [in (fresh) b (byte-array 3)] [(.read in b) (vec b)]))
         (result (.markSupported (fresh)))
         (result (let [in (fresh)] (.mark in 10) (.read in) (.reset in) (.read in))))
    (prn (result (slurp (fresh)))
         (result (let [in (fresh)] [(.close in) (.read in)]))
         (result (let [in (fresh)] (.close in) (.close in))))))

; A filter that counts, by its superclass.
(let [calls (atom [])
      counted (fn ^FilterInputStream []
                (proxy [FilterInputStream] [(source "counted")]
                  (read ([] (swap! calls conj 0) (let [^FilterInputStream this this] (proxy-super read)))
                    ([b at n] (swap! calls conj 3) (let [^FilterInputStream this this] (proxy-super read b at n))))))]
  (prn (.read (counted)) (slurp (.readAllBytes (counted))) (.available (counted)) (.skip (counted) 3) (.markSupported (counted)))
  (prn (distinct @calls)))

; What is written of more than a byte arrives byte by byte.
(let [seen (atom [])
      out (proxy [OutputStream] [] (write ([b] (swap! seen conj b)) ([b at n] (swap! seen conj [(vec b) at n]))))]
  (.write ^OutputStream out 7)
  (.write ^OutputStream out (byte-array [1 2 3]) 1 2)
  (.flush ^OutputStream out)
  (.close ^OutputStream out)
  (prn @seen))

; Readers.
(let [in (StringReader. "a reader of one's own")
      own (proxy [Reader] [] (read ([] (.read in)) ([units at n] (.read in ^chars units at n))) (close []))]
  (prn (.ready ^Reader own) (.markSupported ^Reader own) (.skip ^Reader own 2) (char (.read ^Reader own)))
  (prn (result (.mark ^Reader own 1)) (result (.reset ^Reader own)) (result (.skip ^Reader own -1)))
  (prn (slurp own) (.skip ^Reader own 5)))
(let [through (fn ^Reader [] (proxy [FilterReader] [(StringReader. "through")]))]
  (prn (char (.read (through))) (slurp (through)) (.ready (through)) (.markSupported (through)) (.skip (through) 3)))

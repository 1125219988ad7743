;; Charsets are equal by name; readers and writers know theirs.
(import '(java.io OutputStreamWriter InputStreamReader ByteArrayOutputStream ByteArrayInputStream) '(java.nio.charset Charset StandardCharsets))

(doseq [e ["UTF-8" "utf8" "ISO-8859-1" "latin1" "US-ASCII" "UTF-16" "UTF-16LE" "UTF-16BE"]]
  (prn e (.getEncoding (OutputStreamWriter. (ByteArrayOutputStream.) e))
       (.getEncoding (InputStreamReader. (ByteArrayInputStream. (byte-array 1)) e))
       (.name (Charset/forName e)) (= (Charset/forName e) (Charset/forName (.toLowerCase e)))))
(prn (.getEncoding *out*) (= (Charset/forName "UTF8") StandardCharsets/UTF_8) (= StandardCharsets/UTF_16LE StandardCharsets/UTF_16BE)
     (get {(Charset/forName "utf8") :found} StandardCharsets/UTF_8) (Charset/isSupported "utf8") (Charset/isSupported "nope")
     (sort (.aliases (Charset/forName "UTF-8"))) (.hashCode (Charset/forName "UTF8")))
(prn (try (Charset/forName "nope") (catch Exception e [(class e) (.getMessage e)])))

;; Members of ratios and big integers
(prn (.decimalValue 1/4) (.decimalValue 1/3 (java.math.MathContext. 5)) (.bigIntegerValue 7/2) (.add 5N 2N) (.multiply 5N 2N)
     (.quotient 5N 2N) (.remainder 5N 2N) (.lt 5N 2N) clojure.lang.BigInt/ONE)
(prn (try (.decimalValue 1/3) (catch ArithmeticException e (.getMessage e))))

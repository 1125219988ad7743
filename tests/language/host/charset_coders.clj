;; CharsetDecoder and CharsetEncoder: what becomes of wrong bytes and of characters that a charset lacks.
(import '(java.nio ByteBuffer CharBuffer)
        '(java.nio.charset CharacterCodingException Charset CodingErrorAction MalformedInputException StandardCharsets))

(defmacro outcome [form]
  `(try ~form (catch CharacterCodingException e# [(.getSimpleName (class e#)) (.getMessage e#) (.getInputLength e#)])))

(defn decode [decoder & numbers]
  (outcome (str (.decode decoder (ByteBuffer/wrap (byte-array (map unchecked-byte numbers)))))))

(defn encode [encoder text]
  (outcome (let [buffer (.encode encoder (CharBuffer/wrap text))] (vec (repeatedly (.remaining buffer) #(.get buffer))))))

(def strict (.newDecoder StandardCharsets/UTF_8))

(println (str (.decode strict (ByteBuffer/wrap (.getBytes "grün, €, 😀" "UTF-8")))))
(println (decode strict) (decode strict 97 98))
(doseq [wrong [[104 255 105] [104 0xe2 0x82] [0xc3 65] [0xc0 0x80] [0xc3] [0xe2 65 66] [0xe0 0x80 0x80] [0xed 0xa0 0x80]
               [0xf0 0x9f 0x98] [0xf0 0x80 0x80 0x80] [0xf0 0x9f 65 66] [0xf4 0x90 0x80 0x80] [0xf5 0x80 0x80 0x80] [0x80 0x80]]]
  (let [lenient (doto (.newDecoder StandardCharsets/UTF_8)
                  (.onMalformedInput CodingErrorAction/REPLACE)
                  (.onUnmappableCharacter CodingErrorAction/REPLACE))]
    (prn wrong (apply decode strict wrong) (apply decode lenient wrong)
         (apply decode (.onMalformedInput lenient CodingErrorAction/IGNORE) wrong))))
(prn (decode (.. StandardCharsets/UTF_8 newDecoder (onMalformedInput CodingErrorAction/REPLACE) (replaceWith "?")) 104 255 0xe2 0x82 105))
(prn (decode (.newDecoder StandardCharsets/US_ASCII) 104 200) (decode (.newDecoder StandardCharsets/ISO_8859_1) 104 0xe9))
(prn (try (.decode strict (ByteBuffer/wrap (byte-array [-1]))) (catch MalformedInputException e (instance? java.io.IOException e))))

(doseq [charset [StandardCharsets/US_ASCII StandardCharsets/ISO_8859_1 StandardCharsets/UTF_8]
        text ["abc" "é!" "€uro" "\ud800x" "😀." ""]]
  (let [strict (.newEncoder charset)
        lenient (doto (.newEncoder charset)
                  (.onMalformedInput CodingErrorAction/REPLACE)
                  (.onUnmappableCharacter CodingErrorAction/REPLACE))]
    (prn (str charset) (count text) (.canEncode strict text) (encode strict text) (encode lenient text)
         (encode (doto lenient (.onMalformedInput CodingErrorAction/IGNORE) (.onUnmappableCharacter CodingErrorAction/IGNORE)) text))))
(prn (.canEncode (.newEncoder StandardCharsets/US_ASCII) \a) (.canEncode (.newEncoder StandardCharsets/US_ASCII) \é))

(prn (map str [CodingErrorAction/REPORT CodingErrorAction/REPLACE CodingErrorAction/IGNORE]))
(prn (str (.charset strict)) (str (.malformedInputAction strict)) (str (.unmappableCharacterAction strict)))
(prn (map (fn [name] (let [charset (Charset/forName name)]
                       [name (.averageCharsPerByte (.newDecoder charset)) (.maxCharsPerByte (.newDecoder charset))
                        (.averageBytesPerChar (.newEncoder charset)) (.maxBytesPerChar (.newEncoder charset))]))
          ["UTF-8" "US-ASCII" "ISO-8859-1"]))
(prn (try (.onMalformedInput strict nil) (catch IllegalArgumentException e (.getMessage e))))

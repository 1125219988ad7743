;; CharsetEncoder and CharsetDecoder step by step: into a buffer that may be too small, from one that may go on.
(import '(java.nio ByteBuffer CharBuffer) '(java.nio.charset Charset CoderResult CodingErrorAction))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(defn enc [cs text room end? & [action]]
  (let [e (.newEncoder (Charset/forName cs)) in (CharBuffer/wrap (char-array text)) out (ByteBuffer/allocate room)]
    (when action (.onMalformedInput e action) (.onUnmappableCharacter e action))
    (let [r (.encode e in out end?)]
      [(str r) (.position in) (.position out) (vec (take (.position out) (.array out))) (str (.flush e out)) (.isUnderflow r) (.isOverflow r) (.isError r) (.isMalformed r) (.isUnmappable r)])))
(defn dec-in [cs bs room end? & [action]]
  (let [e (.newDecoder (Charset/forName cs)) in (ByteBuffer/wrap (byte-array (map unchecked-byte bs))) out (CharBuffer/allocate room)]
    (when action (.onMalformedInput e action) (.onUnmappableCharacter e action))
    (let [r (.decode e in out end?)]
      [(str r) (.position in) (.position out) (do (.flip out) (str out)) (str (.flush e out))])))
(show (enc "UTF-8" "äöüß" 5 true) (enc "UTF-8" "abc" 10 false) (enc "UTF-8" "a\ud83d" 10 false) (enc "UTF-8" "a\ud83d" 10 true) (enc "UTF-8" "a\ud83d\ude00b" 4 true) (enc "UTF-8" "a\ude00b" 9 true CodingErrorAction/REPLACE) (enc "UTF-8" "a\ude00b" 9 true CodingErrorAction/IGNORE)
 (enc "US-ASCII" "aéb" 9 true) (enc "US-ASCII" "aéb" 9 true CodingErrorAction/REPLACE) (enc "US-ASCII" "aéb" 1 true CodingErrorAction/REPLACE) (enc "ISO-8859-1" "aé€" 9 true) (enc "UTF-16LE" "aé" 9 true) (enc "UTF-16BE" "aé" 3 true) (enc "UTF-8" "" 1 true) (enc "US-ASCII" "\ud83d\ude00" 9 true)
 (dec-in "UTF-8" [97 0xc3 0xa4] 9 true) (dec-in "UTF-8" [97 0xc3] 9 false) (dec-in "UTF-8" [97 0xc3] 9 true) (dec-in "UTF-8" [97 0xc3] 9 true CodingErrorAction/REPLACE) (dec-in "UTF-8" [97 0xff 98] 9 true) (dec-in "UTF-8" [97 0xff 98] 9 true CodingErrorAction/IGNORE) (dec-in "UTF-8" [0xf0 0x9f 0x98 0x80 97] 1 true) (dec-in "UTF-8" [0xf0 0x9f 0x98 0x80 97] 2 true) (dec-in "UTF-8" [0xf0 0x9f] 2 false) (dec-in "UTF-8" [97 98 99] 2 true) (dec-in "ISO-8859-1" [97 233] 3 false) (dec-in "US-ASCII" [97 233] 3 false) (dec-in "UTF-16BE" [0 97 0] 3 false) (dec-in "UTF-16BE" [0 97 0] 3 true) (dec-in "UTF-16LE" [97 0 0x3d 0xd8 0 0xde] 3 true) (dec-in "UTF-16LE" [97 0 0x3d 0xd8] 3 false)
 CoderResult/UNDERFLOW (str CoderResult/OVERFLOW) (str (CoderResult/malformedForLength 3)) (.length (CoderResult/unmappableForLength 2)) (.length CoderResult/OVERFLOW) (.throwException CoderResult/OVERFLOW) (.throwException CoderResult/UNDERFLOW) (.throwException (CoderResult/malformedForLength 3)) (.throwException (CoderResult/unmappableForLength 3)))
(show (.flush (.newEncoder (Charset/forName "UTF-8")) (ByteBuffer/allocate 1)))
(show (identical? (CoderResult/malformedForLength 2) (CoderResult/malformedForLength 2)) (= (CoderResult/malformedForLength 1) (CoderResult/unmappableForLength 1))
 (CoderResult/malformedForLength 0) (CoderResult/unmappableForLength -1))

;; What collections, arrays and texts of the host say to arguments that they do not take.
(import '(java.util ArrayList Arrays Collections StringTokenizer))

(defmacro show [& expressions]
  `(do
     ~@(for [e expressions]
         `(println (pr-str '~e) "=>"
                   (try (pr-str ~e)
                        (catch NullPointerException t# "NullPointerException")
                        (catch Throwable t#
                          (let [message# (.getMessage t#)
                                end# (when message# (.indexOf message# " ("))]
                            (str (.getName (class t#)) ": "
                                 (if (and end# (nat-int? end#)) (subs message# 0 end#) message#)))))))))

;; Comparable, not compare: numbers of one class only.
(show (Collections/max [1 3 2]) (Collections/min [1 3 2]) (Collections/max [1 2] >) (Collections/max ["b" "a"]))
(show (Collections/max [1 2N]) (Collections/max [1N 2N]) (Collections/max [1 2.0]) (Collections/min [1 2.0]))
(show (Collections/max ["a" 1]) (Collections/max [:a 1]) (Collections/max [nil 1]) (Collections/max [1 nil]))
(show (Collections/max [1/2 1/3]) (Collections/max [1/2 1]) (Collections/max [() ()]) (Collections/max [()]))
(show (Collections/max (reduced [1])) (Collections/max nil) (Collections/max []))
(show (Collections/binarySearch [1 2 3] 2) (Collections/binarySearch [1 2 3] 2.0))
(show (Arrays/binarySearch (object-array [1 2 3]) 2.0))

;; A view is written as what it shows.
(show (str (Collections/unmodifiableList (vec (range 2)))) (str (Collections/unmodifiableMap {1 2})))
(show (str (Collections/unmodifiableSet #{1})) (str (Collections/synchronizedList [1 2])))
(show (Collections/unmodifiableList (reduced [1])) (Collections/unmodifiableMap [1]) (Collections/unmodifiableList nil))
(show (Collections/nCopies 2 :a) (Collections/nCopies 0 :a) (Collections/nCopies -1 :a))
(show (enumeration-seq (Collections/enumeration (reduced [1]))))
(show (enumeration-seq (StringTokenizer. "a b")) (StringTokenizer. [1]) (StringTokenizer. nil))

;; aset with several indices goes by reflection.
(show (let [a (make-array Long/TYPE 2 2)] (aset a 1 0 :kind)))
(show (let [a (make-array Long/TYPE 2 2)] (aset a 1 0 7) (mapv vec a)))
(show (let [a (make-array Long/TYPE 2)] (aset a 0 :kind)))
(show (let [a (make-array Long/TYPE 2 2)] (aset a 0 0 nil)) (let [a (make-array Long/TYPE 2 2)] (aset a 0 5 1)))
(show (let [a (make-array String 2 2)] (aset a 0 0 1)) (let [a (object-array [[1]])] (aset a 0 0 1)))
(show (to-array 1) (vec (to-array {1 2})) (count (to-array (eduction (map inc) [1 2]))))

(show (BigDecimal. "Σ") (BigDecimal. "1Σ") (bigdec "é"))
(show (.indexOf "abc" nil) (.lastIndexOf "abc" nil) (.indexOf "abc" :a))
(show (.decode (java.util.Base64/getDecoder) "0") (vec (.decode (java.util.Base64/getDecoder) "00")))

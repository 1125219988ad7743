;; ObjectOutputStream and ObjectInputStream: what is written is read back.
(import '(java.io ByteArrayInputStream ByteArrayOutputStream ObjectInputStream ObjectOutputStream))

(defn written [x]
  (let [out (ByteArrayOutputStream.)]
    (with-open [o (ObjectOutputStream. out)] (.writeObject o x))
    (.toByteArray out)))
(defn read-back [bs] (with-open [in (ObjectInputStream. (ByteArrayInputStream. bs))] (.readObject in)))
(defmacro attempt [x] `(try ~x (catch Throwable e# [(class e#) (ex-message e#)])))

(defrecord Point [x y])
(deftype Plain [x])

(doseq [x [nil 1 (int 2) (short 3) (byte 4) 1.5 (float 2.5) 1N 1/2 1.50M (biginteger 7) \é true false "hé😀" "" :a :a/b 'x 'y/z
           [] [1 [2 nil]] '() '(1 "two") {} {:a {:b 1}} (zipmap (range 20) (range)) #{1 :b} (sorted-map 2 :b 1 :a)
           (sorted-set 3 1 2) (sorted-map-by > 1 :a 2 :b) (map inc [1 2]) (conj clojure.lang.PersistentQueue/EMPTY 1 2)
           (->Point 1 [2]) #'inc String (java.util.UUID. 1 2) (java.util.Date. 5) (java.io.File. "a/b") (java.net.URI. "x:y")
           (java.util.ArrayList. [1 nil "a"]) (java.util.HashMap. {:a 1}) (java.util.TreeMap. {"b" 1 "a" 2})
           (java.util.LinkedHashSet. [3 1]) (java.time.LocalDate/of 2020 2 29) java.util.concurrent.TimeUnit/DAYS
           java.math.RoundingMode/UP (java.util.Locale. "de" "CH") (subvec [1 2 3] 1) (first {:k :v})]]
  (let [y (read-back (written x))]
    (when-not (and (= x y) (= (class x) (class y))) (prn :differs x y))
    (prn (class y) (= x y))))

(prn (meta (read-back (written (with-meta [1] {:m [1]})))) (meta (read-back (written (with-meta {:a 1} {:m 2})))))
(let [e (read-back (written (ex-info "m" {:a 1} (IllegalStateException. "cause"))))]
  (prn (ex-message e) (ex-data e) (class (ex-cause e)) (ex-message (ex-cause e))))
(prn (.pattern (read-back (written #"a+"))) (vec (read-back (written (int-array [1 2])))) (class (read-back (written (into-array String ["a"])))))

;; What is the same stays the same, also a collection that holds itself.
(let [k (String. "shared") [a b] (read-back (written [k k]))] (prn (identical? a b)))
(let [l (java.util.ArrayList.)]
  (.add l l)
  (let [r (read-back (written l))] (prn (identical? r (.get r 0)))))
(prn (identical? :kw (read-back (written :kw))))

(doseq [x [(Plain. 1) (atom 1) [1 (atom 2)] (delay 1) (volatile! 1) (Object.) (ref 1) (java.util.Optional/of 1)]]
  (prn (attempt (written x))))

;; Primitives among objects.
(let [out (ByteArrayOutputStream.)]
  (with-open [o (ObjectOutputStream. out)]
    (.writeInt o 5)
    (.writeUTF o "é")
    (.writeObject o {:a 1})
    (.writeDouble o 1.5)
    (.writeBoolean o true)
    (.write o (byte-array 2000))
    (.writeLong o -1)
    (.writeObject o (apply str (repeat 70000 "x"))))
  (prn (vec (take 14 (.toByteArray out))))
  (with-open [in (ObjectInputStream. (ByteArrayInputStream. (.toByteArray out)))]
    (prn (.readInt in) (.readUTF in) (.readObject in) (.readDouble in) (.readBoolean in))
    (.readFully in (byte-array 2000))
    (prn (attempt (.readObject in)))
    (prn (.available in) (.readLong in) (count (.readObject in)) (attempt (.readObject in)) (.read in))))
(prn (vec (written nil)) (vec (written "a")))
(prn (attempt (read-back (.getBytes "abcd"))) (attempt (read-back (.getBytes "ab"))) (attempt (ObjectInputStream. nil)))

;; Texts of more bytes than two bytes count are written with eight, whatever their chars are.
(doseq [[n c] [[21846 "a"] [65535 "a"] [65536 "a"] [21845 "\u20ac"] [21846 "\u20ac"] [40000 "\u00e9"]]
        :let [s (apply str (repeat n c)) bs (written s)]]
  (prn n (count bs) (vec (take 16 bs)) (= s (read-back bs))))
(let [s (str (apply str "a" (repeat 30000 "\ud83d\ude00")) "\u0000")] (prn (count (written s)) (= s (read-back (written s)))))

;; Collections of the library that nobody changes, suppressed exceptions, and more classes of values.
(doseq [x [(java.util.List/of 1 2) (java.util.Map/of 1 2) (java.util.Set/of 1) (java.util.Collections/singletonMap 1 2)
           (java.util.Collections/singletonList 1) (java.util.Collections/unmodifiableList (java.util.ArrayList. [1]))
           (java.util.Collections/synchronizedMap (java.util.HashMap. {1 2}))
           (java.time.MonthDay/of 1 2) (java.time.OffsetTime/parse "10:00+01:00") (java.sql.Date. 5)
           (java.util.Currency/getInstance "USD") (java.net.InetAddress/getByAddress (byte-array [1 2 3 4]))]
        :let [y (read-back (written x))]]
  (println (str y) (= x y)))
(doseq [e [(Exception. "a") (ex-info "b" {})]]
  (.addSuppressed e (Error. "c"))
  (prn (map ex-message (.getSuppressed (read-back (written e))))))

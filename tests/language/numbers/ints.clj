; Where JVM Clojure has a primitive int: a long in arithmetic and in loops, an Integer as an object.
(require '[clojure.string :as s])
(let [n (count [1 2 3]) m n] (println (class n) (class m) (+ n m) (class (+ n m)) (= n 3) [n m] (class (first [n])) ((fn [] (class n))) (if (< n 4) :a :b) (case n 3 :three :other)))
(println (class (rand-int 5)) (class (bounded-count 3 [1 2])) (class (bounded-count 3 (map inc [1 2]))) (class (clojure.string/index-of "abc" "b")))
(defn f ^long [x] (count x)) (println (class (f [1])) (class (apply f [[1 2]])))
(defn g ^long [x] (if x (int 3) 4)) (println (class (g 1)) (class (g nil)))
(println (class (if true (count []) 0)) (class (let [q (if true (count []) (int 3))] q)) (class (loop [i (count [1])] (if (pos? i) i (recur (dec i))))))
(println (class (max (count [1]) (count [2 3]))) (class (apply max (map count [[1] [2 3]]))) (class (reduce + (map count [[1] [2]]))) (class (min (count [1]) 2.5)))
(println (frequencies (map count [[1] [2] [3 4]])) (group-by count [[1] [2] [3 4]]) (get {1 :a} (count [1])) ({1 :a} (count [1])) (contains? #{1} (count [1])))
(println (class (range (count [1 2]))) (range (count [1 2 3])) (map class (range (count [1 2]))) (class (range 2)))
(println (class (inc (count [1]))) (class (- (count [1]))) (class (long (count [1]))) (class (int \a)) (class (char (count [1]))) (class (compare 1 2)) (class (- (compare 2 1))))
(println (sort-by count [[1 2] [] [1]]) (sort-by - (map count [[1 2] [] [1]])) (class (first (sort (map count [[1]])))))
(println (.hashCode (count [1])) (hash (count [1])) (= (count [1]) 1) (identical? (count [1]) (count [1])) (.equals (count [1]) 1) (instance? Long (count [])) (int? (count [])) (integer? (count [])))
(let [v (vec (range 100)) n (count v)] (println (loop [i 0 s 0] (if (< i n) (recur (inc i) (+ s (nth v i))) s)) (class (nth [n] 0)) (str n) (pr-str n) (format "%d %x" n n)))
(println (try (/ 1 (count [])) (catch Exception e (.getMessage e))) (try (quot (count [1]) 0) (catch Exception e (.getMessage e))) (/ (count [1]) 2) (/ (count [1]) 2.0) (/ (count [1]) 0.0))
(println (try (int 1e20) (catch Exception e (str e))) (try (int 3000000000) (catch Exception e (str e)))(try (+ 1 (int 3000000000)) (catch Exception e (str e))) (try (+ 1 (int nil)) (catch Exception e (str e))) (try (+ 1 (int "a")) (catch Exception e (str e))) (+ 1 (int 2.7)) (+ 1 (int -2.7)) (+ (int \a) 1) (int 5N) (+ 1 (int 7/2)))
(defrecord R [n]) (println (class (:n (->R (count [1])))) (class (alength (int-array 3))) (class (alength (object-array 3))) (class (hash-combine 1 2)))
(deftype T [^int a ^long b] Object (toString [_] (str (class a) (class b)))) (println (str (T. (count [1]) (count [2]))))
(println (bit-shift-left (count [1]) 40) (unchecked-add (count [1]) 1) (class (unchecked-inc (count [1]))) (class (bit-and (int 5) (int 4))) (class (rem (int 5) 3)))
(println (class (clojure.string/last-index-of "abcb" "b")) (class (.size [1])) (class (.length "a")) (class (let [l (.length "abc")] l)) (class (unchecked-int 3)) (class (unchecked-add-int 1 2)))
(let [a (compare "a" "b")] (println a (class a) (neg? a) (zero? a)))
(println (map-indexed (fn [i x] (class i)) [1]) (keep-indexed (fn [i x] (class i)) [1]) (class (count "abc")) (class (count nil)) (class (count {1 2})) (class (count (range 10))) (class (count (filter odd? (range 10)))))
(println (let [n (count [1 2])] (subvec [1 2 3] 0 n)) (let [n (count [1 2])] (take n (range))) (let [n (count [1])] (subs "abc" n)) (repeat (count [1 2]) :x) (vec (repeat (count [1]) 1)) (let [n (count [1])] (drop n [1 2])) (let [n (count [1])] (split-at n [1 2])))
(println (map class [(s/index-of "abc" \b) (s/index-of "abc" "b" 0) (s/last-index-of "abc" \b) (s/last-index-of "abc" "b" 2) (s/index-of "abc" \b 0)]))
(doseq [f '[(.indexOf [1 2] 2) (.lastIndexOf "aa" "a") (.compareTo 1 2) (.compareTo "a" "b") (.hashCode "a") (.intValue 3) (.ordinal (java.util.concurrent.TimeUnit/SECONDS)) (Integer/parseInt "3") (Integer/valueOf 3) (Long/compare 1 2) (Long/bitCount 3) (Long/signum 3) (Character/getNumericValue \a) (Character/digit \a 16) (Math/round 2.5) (Math/abs (int -3)) (Math/floorMod 5 3) (Math/max (int 3) (int 4)) (Integer/MAX_VALUE) (count (java.util.ArrayList. [1])) (.size (java.util.HashMap. {1 2})) (.length (StringBuilder. "ab")) (.groupCount (re-matcher #"(a)" "a")) (.read (java.io.StringReader. "a")) (.getNano (java.time.Instant/now)) (.bitLength 3N) (.bitLength (biginteger 3)) (.signum 3M) (.scale 3.5M) (.precision 3.5M) (rand-int 3) (hash "a") (hash 1) (System/identityHashCode 1) (Integer. 3) (.getYear (java.time.LocalDate/of 2020 1 1)) (count "abc") (.count [1 2]) (.nextInt (java.util.Random. 3)) (.nextInt (java.util.Random. 3) 5) (.availableProcessors (Runtime/getRuntime))
 (quot (int 4) (int 3)) (unchecked-negate-int 3) (unchecked-divide-int 7 2) (unchecked-remainder-int 7 2) (unchecked-multiply-int 2 3) (unchecked-inc-int 3) (clojure.lang.Util/hash "a") (clojure.lang.Util/hasheq 1) (clojure.lang.RT/count [1]) (clojure.lang.Util/compare 1 2) (clojure.lang.Numbers/compare 1 2) (.hashCode [1]) (.hasheq [1]) (.getLineNumber (first (.getStackTrace (Exception.)))) (clojure.lang.RT/intCast 3) (clojure.lang.RT/nth [1] 0) (alength (make-array Long 3)) (aget (int-array 2) 0) (first (ints (int-array 2))) (aset (int-array 2) 0 5) (aset-int (int-array 2) 0 5) (reduce + (int-array [1 2])) (vec (int-array 2)) (areduce (int-array 2) i r 0 (+ r 1)) (nth (int-array 2) 0) (count (int-array 2)) (char-array 2) (.charAt "a" 0) (bit-count 3)]]
  (println f (try (class (eval f)) (catch Throwable e (class e)))))
(doseq [f '[(aset (int-array 2) 0 5) (aset (double-array 2) 0 5) (aset (float-array 2) 0 1.5) (aset (long-array 2) 0 (int 5)) (aset (short-array 2) 0 5) (aset (byte-array 2) 0 5) (aset (byte-array 2) 0 (byte 5)) (aset (char-array 2) 0 \a) (aset (double-array 2) 0 (float 1.5)) (aset (object-array 2) 0 (int 3)) (aset (float-array 2) 0 (int 3)) (aset (double-array 2) 0 (int 3)) (aset (short-array 2) 0 (byte 5)) (aset (int-array 2) 0 5.5) (aset (int-array 2) 0 \a)]]
  (println f (try (let [x (eval f)] [x (class x)]) (catch Throwable e [(class e) (.getMessage e)]))))
(let [a (int-array 2) l (long-array 2) d (double-array 2)] (println (class (aset a 0 (int 5))) (class (aset l 0 5)) (class (aset d 0 5.0)) ))
(println (class (aset-short (short-array 1) 0 5)) (class (aset-float (float-array 1) 0 5)) (class (aset-double (double-array 1) 0 5)) (class (aset-byte (byte-array 1) 0 5)) (class (aset-long (long-array 1) 0 (int 5))))
; A recur, a local and a caught local of an int; where an int meets a long there are objects.
(println (loop [i (int 1) acc []] (if (< i 3) (recur (inc i) (conj acc (class i))) acc)) (let [n (int 1) f (fn [] [(class n) (inc n)])] (f))
         (let [n (if (odd? (count [1])) (count [1]) 5)] [(class n) (+ n 1)]) (let [n (if (odd? (count [1])) (count [1]) (int 5))] [(class n) (+ n 1)])
         (let [n (count [1 2])] (for [i (range n)] (class (- n i)))) (let [n (count [1]) {:keys [m] :or {m n}} {}] (class m)))
(println (try (throw (ex-info "x" {:n (count [1])})) (catch Exception e (class (:n (ex-data e))))) (let [n (count [1])] (try (class n) (finally (println n)))))
; A range to an int is a Range of longs.
(let [n (count [1 2 3]) r (range n)]
  (println r (class r) (class (rest r)) (class (next r)) (map class r) (counted? r) (counted? (range 3)) (count r) (class (with-meta r {:a 1})) (meta (with-meta r {:a 1})) (chunked-seq? r) (reduce + r) (nth r 2) (nth r 5 :no)
           (range 1 n) (class (range 1 n)) (range 0 n 2) (range n) (range (int 1) n) (map class (range (int 1) n)) (range 5 n) (range 5 n -1) (class (range 5 n -1)) (take 3 (range 1 n 0)) (range n n) (range (- n) n) (= r (range 3)) (hash r) (class (drop 1 r)) (class (nthrest r 1))
           (into [] (map inc) r) (vec r) (first r) (last r) (range (short 2)) (class (range (byte 2))) (range 0 (int 5) Long/MAX_VALUE) (instance? clojure.lang.Counted r) (instance? clojure.lang.IReduce r) (str r) (for [i r :when (odd? i)] i) (class (seq r)) (empty r) (conj r :a)))
; A loop's local that gets an int from an expression, and what a hinted function then gets.
(defn fed [^long n d]
  (if (zero? d) [(class n) n] (loop [i 0 k 0] (if (< k 1) (recur (if (pos? d) (count [1]) (count [])) (inc k)) (fed i (dec d))))))
(println (fed 1 1) (class (loop [i 0 n 0] (if (< n 1) (recur (let [c (count [1 2])] c) (inc n)) i))))
(defn fed-objects [^long n d] (if (zero? d) [(class n) n] (loop [i 0 k 0] (if (< k 1) (recur (first [2.5]) (inc k)) (fed-objects i (dec d))))))
(println (fed-objects 1 1))
(println (class (loop [x (float 1.5)] x)) (class (let [x (float 1.5)] x)) (loop [x (float 0.1) n 0] (if (< n 1) (recur (+ x 1) (inc n)) [x (class x)])) (class (loop [x 1.0 n 0] (if (< n 1) (recur (float 0.5) (inc n)) x))) (loop [x (float 0.1) n 0] (if (< n 1) (recur (first ["s"]) (inc n)) x)))
(println (class (num (count [1]))) (class (num (int 3))) (class (let [n (count [1])] (num n))) (map (comp class num count) [[1]]))
; More than an int can count.
(let [r (range 3000000000)]
  (doseq [f [#(count r) #(+ 1 (count r)) #((identity count) r) #(nth r 30) #(nth r -1) #(nth r -1 :none) #(nth r 30 :none) #(nth r 2999999999) #(nth r 2999999999 :none) #((identity nth) r 2999999999) #(first (rest r)) #(take 2 (drop 10 r)) #(bounded-count 3 r)]]
    (prn (try (f) (catch Exception e [(class e) (ex-message e)])))))

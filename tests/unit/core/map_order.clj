;; Prints the rows of map_order.def: run with JVM Clojure, `clojure map_order.clj > map_order.def`.
;; Each row is a script of random assocs and dissocs that map_order_test.cpp repeats: the hash
;; of the vector of keys (or elements) tells the iteration order, the other the values.
(def kinds ["longs" "strings" "keywords" "symbols" "doubles" "vectors" "colliding" "mixed"])

(defn make-key [kind idx]
  (case (long kind)
    0 (* idx 2654435761)
    1 (str "k" idx)
    2 (keyword (str "k" idx))
    3 (symbol (str "k" idx))
    4 (+ 0.5 (/ idx 4.0))
    5 [idx :kw]
    6 (apply str (map #(if (bit-test idx %) "Aa" "BB") (range 8)))
    7 (if (zero? idx) nil (make-key (mod idx 7) idx))))

(defn step ^long [^long x]
  (unchecked-add (unchecked-multiply x 6364136223846793005) 1442695040888963407))

(defn script [kind domain n]
  (loop [i 0, x (+ 42 (long kind)), out (transient [])]
    (if (= i n)
      (persistent! out)
      (let [x (step x)]
        (recur (inc i) x
               (conj! out [(zero? (mod (unsigned-bit-shift-right x 20) 4))
                           (make-key kind (mod (unsigned-bit-shift-right x 33) domain)) i]))))))

(println "// Recorded from JVM Clojure 1.11.1 by map_order.clj:")
(println "// CLJ_ORDER(mode, kind, domain, steps, count, hash of keys, hash of values, hash of the map)")
(doseq [[domain n] [[12 40] [300 1000] [5000 20000]], kind (range 8)
        :let [ops (script kind domain n)
              row (fn [mode ks vs m]
                    (println (format "CLJ_ORDER(%s, %d, %d, %d, %d, %d, %d, %d)" mode kind domain n (count m)
                                     (hash (vec ks)) (hash (vec vs)) (hash m))))]]
  (let [m (reduce (fn [m [del k v]] (if del (dissoc m k) (assoc m k v))) {} ops)]
    (row "kPersistentMap" (keys m) (vals m) m))
  (let [m (persistent! (reduce (fn [m [del k v]] (if del (dissoc! m k) (assoc! m k v))) (transient {}) ops))]
    (row "kTransientMap" (keys m) (vals m) m))
  (let [m (reduce (fn [m [del k v]] (if del (disj m k) (conj m k))) #{} ops)]
    (row "kPersistentSet" m m m))
  (let [m (persistent! (reduce (fn [m [del k v]] (if del (disj! m k) (conj! m k))) (transient #{}) ops))]
    (row "kTransientSet" m m m)))

;; Counting substrings of a long string of four letters.
(ns bench.k_nucleotide)

(defn- sequence-text [n]
  (let [out (StringBuilder.)]
    (loop [i 0 seed 42]
      (if (< i n)
        (let [seed (mod (+ (* seed 3877) 29573) 139968)]
          (.append out (nth "ACGT" (quot (* seed 4) 139968)))
          (recur (inc i) seed))
        (str out)))))

(defn- counts [^String text size]
  (let [last-start (- (count text) size)]
    (loop [i 0 m {}]
      (if (<= i last-start)
        (let [k (.substring text i (+ i size))]
          (recur (inc i) (assoc m k (inc (get m k 0)))))
        m))))

(defn run []
  (let [text (sequence-text 2000000)]
    (reduce (fn [sum size]
              (let [m (counts text size)
                    [k n] (first (sort-by (juxt (comp - val) key) m))]
                (+ sum n (count m) (int (first k)))))
            0 [1 2 3 4 6 12])))

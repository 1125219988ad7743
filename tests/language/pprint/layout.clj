;; Layout of nested data at many widths.
(require 'clojure.pprint)
(def seed (atom 12345))
(defn rnd [n] (let [s (swap! seed (fn [s] (mod (+ (* s 1103515245) 12345) 2147483648)))] (mod (quot s 65536) n)))
(defn leaf [] (case (int (rnd 8)) 0 (rnd 100000) 1 (keyword (apply str (repeatedly (inc (rnd 10)) #(char (+ 97 (rnd 26)))))) 2 (apply str (repeatedly (rnd 20) #(char (+ 97 (rnd 26))))) 3 nil 4 true 5 (symbol (apply str (repeatedly (inc (rnd 12)) #(char (+ 97 (rnd 26)))))) 6 (keyword "a" (apply str (repeatedly (inc (rnd 4)) #(char (+ 97 (rnd 26)))))) 7 "two\nlines"))
(defn gen [d] (if (or (zero? d) (zero? (rnd 4))) (leaf)
  (case (int (rnd 5)) 0 (vec (repeatedly (rnd 8) #(gen (dec d)))) 1 (apply list (repeatedly (rnd 8) #(gen (dec d)))) 2 (apply array-map (mapcat (fn [i] [(leaf) (gen (dec d))]) (range (rnd 6)))) 3 (into (sorted-set) (repeatedly (rnd 6) #(rnd 1000))) 4 (list 'quote (gen (dec d))))))
(doseq [i (range 4)]
  (let [x (gen 4) m (+ 20 (rnd 60))]
    (println "---" i m)
    (binding [clojure.pprint/*print-right-margin* m]
      (clojure.pprint/pprint x)
      (binding [*print-length* (rnd 5) *print-level* (rnd 5)] (clojure.pprint/pprint x))
      (binding [clojure.pprint/*print-miser-width* (rnd 60)] (clojure.pprint/pprint x)))))

;; Bytes per element of large collections: the same program for cljvm and for the JVM.
(ns bench.elements)

(defrecord Point [x y z])

(def ^:private kinds
  [["vector of longs" 1000000 (fn [n] (vec (range n)))]
   ["vector built by conj" 1000000 (fn [n] (reduce conj [] (range n)))]
   ["map of longs to longs" 300000 (fn [n] (into {} (map (fn [i] [i i])) (range n)))]
   ["map of keywords to longs" 100000 (fn [n] (zipmap (map (fn [i] (keyword (str "k" i))) (range n)) (range n)))]
   ["set of longs" 300000 (fn [n] (set (range n)))]
   ["sorted map of longs" 300000 (fn [n] (into (sorted-map) (map (fn [i] [i i])) (range n)))]
   ["list of longs" 1000000 (fn [n] (apply list (range n)))]
   ["realized lazy seq of longs" 1000000 (fn [n] (doall (map inc (range n))))]
   ["string of ASCII" 4000000 (fn [n] (apply str (repeat (quot n 8) "abcdefgh")))]
   ["string of Greek" 4000000 (fn [n] (apply str (repeat (quot n 8) "αβγδεζηθ")))]
   ["strings of 8 characters, with the vector" 300000 (fn [n] (mapv (fn [i] (str (+ 10000000 i))) (range n)))]
   ["record of three fields, with the vector" 300000 (fn [n] (mapv (fn [i] (->Point i i i)) (range n)))]
   ["map of three keywords, with the vector" 300000 (fn [n] (mapv (fn [i] {:x i :y i :z i}) (range n)))]
   ["pair, with the vector" 300000 (fn [n] (mapv (fn [i] [i i]) (range n)))]
   ["doubles, with the vector" 300000 (fn [n] (mapv (fn [i] (+ i 0.5)) (range n)))]
   ["long array" 1000000 (fn [n] (long-array n))]])

(defn- used []
  (dotimes [_ 3] (System/gc))
  (let [runtime (Runtime/getRuntime)]
    (- (.totalMemory runtime) (.freeMemory runtime))))

(def ^:private kept (atom nil))

(doseq [[name n make] kinds]
  (make 10)
  (let [before (used)]
    (reset! kept (make n))
    (let [after (used)]
      (println (format "%s\t%.1f" name (/ (- after before) (double n))))
      (reset! kept nil))))

;; Ranges of TreeMap and TreeSet: every question, both directions, bounds that are keys and between keys,
;; in and out of the range; the cost of one does not grow with the whole.
(import '(java.util TreeMap TreeSet))

(defmacro ask [form] `(try ~form (catch Exception e# (.getSimpleName (class e#)))))
(defn- text [x] (if (instance? java.util.Map$Entry x) (str (key x) "=" (val x)) (str x)))

(defn- map-answers [view]
  [(ask (str view)) (ask (.size view)) (ask (.isEmpty view)) (ask (text (.firstEntry view))) (ask (text (.lastEntry view)))
   (ask (.firstKey view)) (ask (.lastKey view))
   (for [k (range -1 12)]
     [(ask (text (.floorEntry view k))) (ask (text (.lowerEntry view k))) (ask (text (.ceilingEntry view k))) (ask (text (.higherEntry view k)))
      (ask (.containsKey view k)) (ask (.get view k))])])
(defn- set-answers [view]
  [(ask (str view)) (ask (.size view)) (ask (.isEmpty view)) (ask (.first view)) (ask (.last view))
   (for [k (range -1 12)] [(ask (.floor view k)) (ask (.lower view k)) (ask (.ceiling view k)) (ask (.higher view k)) (ask (.contains view k))])])

(let [m (TreeMap. {1 :a 3 :b 5 :c 7 :d 9 :e})
      s (TreeSet. [1 3 5 7 9])
      by (fn [views answers] (doseq [[name view] views] (prn name (answers view))))]
  (by (concat (for [from [0 3 4 10] inclusive [true false]] [[:tail from inclusive] (.tailMap m from inclusive)])
              (for [to [0 3 4 10] inclusive [true false]] [[:head to inclusive] (.headMap m to inclusive)])
              [[[:sub 3 7] (.subMap m 3 7)] [[:sub 3 7 :in] (.subMap m 3 false 7 true)] [[:sub 4 4] (.subMap m 4 4)]
               [:down (.descendingMap m)] [[:down :head 5] (.headMap (.descendingMap m) 5 true)]
               [[:sub :down] (.descendingMap (.subMap m 2 true 8 true))] [[:sub :tail] (.tailMap (.subMap m 2 true 8 true) 5 false)]])
      map-answers)
  (by (concat (for [from [3 4] inclusive [true false]] [[:tail from inclusive] (.tailSet s from inclusive)])
              (for [to [3 4] inclusive [true false]] [[:head to inclusive] (.headSet s to inclusive)])
              [[[:sub 3 7] (.subSet s 3 7)] [:down (.descendingSet s)] [[:down :tail 5] (.tailSet (.descendingSet s) 5 true)]])
      set-answers)
  (prn (.pollFirst (.tailSet s 4)) (.pollLast (.headSet s 4)) (.pollFirst (.tailSet s 100)) s)
  (prn (text (.pollFirstEntry (.tailMap m 4))) (text (.pollLastEntry (.headMap m 4))) (str m)))

;; An order of its own, and a key that is nil in it.
(let [s (TreeSet. (comparator (fn [a b] (< (or a -1) (or b -1)))))]
  (doseq [x [5 nil 2]] (.add s x))
  (prn (vec (.headSet s 5)) (.first (.headSet s 5)) (.size (.tailSet s nil)) (.pollFirst (.headSet s 3)) (vec s)))

(let [n 200 m (TreeMap.) s (TreeSet.)]
  (dotimes [i n] (.put m i i) (.add s i))
  (prn (loop [i 0 sum 0]
         (if (< i n)
           (recur (inc i) (+ sum (.firstKey (.tailMap m i)) (.last (.headSet s i true)) (.ceilingKey (.descendingMap m) i)))
           sum))))

;; An end that a range leaves out bounds only a part that leaves it out, too; ends in the wrong order are looked at last.
(defn- keys-or-refusal [f] (try (vec (f)) (catch IllegalArgumentException e (.getMessage e))))
(let [m (TreeMap. {1 :a 5 :b 7 :c 10 :d}) s (TreeSet. [1 5 7 10]) part (.subMap m 5 true 10 false) elements (.subSet s 5 false 10 true)]
  (prn (for [from [4 5 10 11] from-too [true false] to [4 5 10 11] to-too [true false]]
         [(keys-or-refusal #(.keySet (.subMap part from from-too to to-too))) (keys-or-refusal #(.subSet elements from from-too to to-too))
          (keys-or-refusal #(.keySet (.subMap (.descendingMap part) from from-too to to-too)))]))
  (prn (for [k [4 5 10 11] too [true false]]
         [(keys-or-refusal #(.keySet (.headMap part k too))) (keys-or-refusal #(.keySet (.tailMap part k too)))
          (keys-or-refusal #(.headSet elements k too)) (keys-or-refusal #(.tailSet (.descendingSet elements) k too))])))

; What map, filter and their kin do step by step: how much they realize, what they keep after an
; exception, and what their transducers' steps answer when called by hand.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def calls (atom []))
(defn noting [f] (fn [& args] (swap! calls conj (first args)) (apply f args)))
(defmacro effects [form] `(do (reset! calls []) (let [r# ~form] [r# (count @calls) (last @calls)])))
(defn unchunked [n] (letfn [(from [i] (lazy-seq (when (< i n) (cons i (from (inc i))))))] (from 0)))

; How many elements are looked at.
(show (effects (first (map (noting inc) (range 100))))
      (effects (first (map (noting inc) (vec (range 100)))))
      (effects (first (map (noting inc) (unchunked 100))))
      (effects (first (map (noting inc) (drop 5 (vec (range 100))))))
      (effects (nth (map (noting inc) (vec (range 100))) 32))
      (effects (first (filter (noting #(> % 40)) (range 100))))
      (effects (first (filter (noting #(> % 40)) (unchunked 100))))
      (effects (first (remove (noting #(< % 40)) (unchunked 100))))
      (effects (first (remove (noting #(< % 40)) (range 0.0 100.0))))
      (effects (first (keep (noting #(when (> % 40) [%])) (range 100))))
      (effects (first (keep (noting #(when (> % 40) [%])) (unchunked 100))))
      (effects (first (map-indexed (noting vector) (range 100))))
      (effects (second (map-indexed (noting vector) (unchunked 100))))
      (effects (first (keep-indexed (noting (fn [i x] (when (> i 3) [i x]))) (range 100))))
      (effects (first (keep-indexed (noting (fn [i x] (when (> i 3) [i x]))) (unchunked 100))))
      (effects (doall (take 3 (map (noting inc) (unchunked 100)))))
      (effects (doall (take 3 (map (noting inc) (range 100)))))
      (effects (doall (take-while #(< % 3) (map (noting inc) (unchunked 100)))))
      (effects (first (partition 3 (map (noting inc) (unchunked 100)))))
      (effects (first (partition 3 5 (map (noting inc) (unchunked 100)))))
      (effects (first (partition 3 1 (map (noting inc) (unchunked 100)))))
      (effects (first (partition-all 3 (map (noting inc) (unchunked 100)))))
      (effects (first (concat (map (noting inc) (unchunked 3)) (map (noting inc) (range 9)))))
      (effects (nth (concat (unchunked 3) (map (noting inc) (range 40))) 3))
      (effects (first (apply concat (map (noting #(range %)) (unchunked 50)))))
      (effects (first (map (noting +) (unchunked 10) (range 100))))
      (effects (some (noting #(when (> % 3) %)) (range 100)))
      (effects (every? (noting #(< % 3)) (range 100)))
      (effects (some (noting #(> % 3)) (map (noting inc) (range 100)))))

; The same elements in whatever way they come.
(show (let [f #(mod % 3)]
        (for [coll [(range 70) (vec (range 70)) (unchunked 70) (apply list (range 70)) (range 0.5 70) (into-array (range 70))
                    (seq (subvec (vec (range 80)) 5 75)) (sorted-set 3 1 2) (concat (range 3) (unchunked 70))]]
          (mapv #(reduce + %)
                [(map f coll) (filter #(zero? (f %)) coll) (remove #(zero? (f %)) coll) (keep #(when (< 1 (f %)) %) coll)
                 (map-indexed + coll) (keep-indexed #(when (odd? %1) %2) coll) (take 40 coll) (take-while #(< % 35) coll)
                 (map + coll coll) (concat coll coll) (apply concat [coll coll nil coll])
                 (map first (partition 3 coll)) (map last (partition-all 4 3 coll))])))
      (class (first (partition 2 (range 5))))
      (class (map inc [1]))
      (map chunked-seq? [(seq (map inc (range 3))) (seq (map inc (list 1 2))) (seq (filter odd? [1 2 3])) (seq (take 2 [1 2]))
                         (seq (concat [1] [2])) (seq (concat '(1) [2])) (first (partition 2 [1 2]))]))

; Numbers that are none, or not whole.
(show (take 2.5 (range 5)) (take -1 [1]) (take nil [1]) (take :x [1]) (partition 2.0 (range 5)) (partition 0 0 []) (partition-all 2 1 [1 2 3])
      (partition 2 2.5 (range 9)) (doall (map inc 5)) (doall (filter odd? :x)) (doall (concat [1] 5)) (map inc nil) (partition 3 []))

; An exception in the middle, and the seq asked again.
(defn failing [bad] (fn [x] (if (= x bad) (throw (ex-info "bad" {:x x})) x)))
(show (let [s (map (failing 2) (unchunked 5))] [(try (doall s) (catch Exception e (ex-data e))) (take 2 s) (try (vec s) (catch Exception e :again))])
      (let [s (map (failing 2) (range 5))] [(try (doall s) (catch Exception e (ex-data e))) (try (vec s) (catch Exception e :again))])
      (let [s (filter (failing 2) (unchunked 5))] [(try (doall s) (catch Exception e (ex-data e))) (try (vec s) (catch Exception e :again))])
      (let [s (take-while (failing 2) (unchunked 5))] [(try (doall s) (catch Exception e (ex-data e))) (try (vec s) (catch Exception e :again))]))

; Steps of transducers by hand.
(show (let [step ((map inc) conj)] [(step) (step [1]) (step [1] 2)])
      (let [step ((map +) conj)] [(step [] 1 2 3) (step [] 1 2)])
      (let [step ((filter odd?) conj)] [(step) (step [1]) (step [1] 2) (step [1] 3)])
      (let [step ((remove odd?) conj)] [(step [1] 2) (step [1] 3)])
      (let [step ((keep #(when (pos? %) (- %))) conj)] [(step [1] 2) (step [1] -3)])
      (let [step ((take 2) conj)] [(step [] 1) (reduced? (step [] 2)) @(step [] 3)])
      (let [step ((take 0) conj)] @(step [] 1))
      (let [step ((take-while odd?) conj)] [(step [] 1) @(step [7] 2) (step [] 3)])
      (let [step ((drop 2) conj)] [(step [] 1) (step [] 2) (step [] 3)])
      (let [step ((map-indexed vector) conj)] [(step [] :a) (step [] :b)])
      (let [step ((take 1) (fn ([r] r) ([r x] (reduced [r x]))))] (reduced? @(step 1 2)))
      (map fn? [(map inc) ((map inc) conj) (filter odd?) (take 1)])
      (= (map inc) (map inc)))

; Chains of steps.
(show (transduce (comp (map inc) (filter even?) (take 3)) conj (range))
      (transduce (comp (take 5) (map inc) (take 3)) conj [] (range))
      (transduce (comp (take 3) (take 5)) + (range 10))
      (transduce (comp (drop 2) (take-while #(< % 7)) (map-indexed vector)) conj (range 10))
      (transduce (comp (map inc) (partition-all 2) (map vec)) conj (range 5))
      (transduce (comp (mapcat range) (filter odd?) (take 4)) conj (range))
      (transduce (comp (keep #(when (odd? %) %)) (dedupe) (interpose :x)) conj [1 1 2 3 3])
      (into #{} (comp (map inc) (remove even?)) (range 10))
      (into [] (map inc) {})
      (into {} (map (fn [[k v]] [v k])) {:a 1 :b 2})
      (sequence (comp (map inc) (filter odd?) (take 3)) (range))
      (reduce ((comp (map inc) (take 2)) (fn [a x] (+ a x))) 0 (range 10))
      (reduce + 0 (eduction (map inc) (filter even?) (range 10)))
      (let [xf (comp (take 2) (map inc))] [(into [] xf (range 9)) (into [] xf (range 9))])
      (transduce (map inc) (completing + str) 0 [1 2])
      (transduce (comp (map inc) (map (failing 3))) conj (range 9))
      (transduce (filter {1 :a 3 nil}) conj (range 5))
      (transduce (comp (map :a) (keep #{1 2}) (map #'inc)) conj [{:a 1} {} {:a 2} {:a 3}])
      (reduce (fn [a x] (transduce (comp (map #(* x %)) (take 2)) + a [1 2 3])) 0 [1 2 3])
      (transduce (apply comp (repeat 100 (map inc))) + (range 10)))

; reduce without a start, and reduced on the way.
(show (reduce + [(reduced 1) 2]) (reduce (fn [a b] (reduced [a b])) [1 2 3]) (reduce + #{}) (reduce + {}) (reduce conj {:a 1}) (reduce max (list 3 1 2))
      (reduce (fn [a b] (if (> b 40) (reduced a) (+ a b))) (vec (range 100))) (reduce + "") (reduce str "abc") (reduce + nil))

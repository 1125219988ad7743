;; Seqs of eductions and other Iterables are fetched in chunks, as they are asked for; behind an element that throws they go on.

(defmacro show [& expressions]
  `(do
     ~@(for [e expressions]
         `(println (pr-str '~e) "=>"
                   (try (pr-str ~e)
                        (catch Throwable t#
                          (let [message# (.getMessage t#)
                                end# (when message# (.indexOf message# " ("))]
                            (str (.getName (class t#)) ": "
                                 (if (and end# (pos? end#)) (subs message# 0 end#) message#)))))))))

(defmacro thrown [form] `(try ~form (catch Throwable t# (symbol (.getName (class t#))))))

(defn counting "A function that counts its calls in n." [n] (fn [x] (swap! n inc) x))

(show
 (let [n (atom 0) s (seq (eduction (map (counting n)) (range 100)))] [@n (first s) @n (second s) @n])
 (let [n (atom 0) i (.iterator (eduction (map (counting n)) (range 100)))] [(.next i) @n (.hasNext i) @n])
 (let [i (.iterator (eduction (map inc) [1 2]))] [(.next i) (.next i) (.hasNext i) (thrown (.next i))])
 (let [a (java.util.ArrayList. [1 2]) s (seq a)] [(first s) (do (.add a 3) (vec s))])
 (chunked-seq? (seq (eduction (map inc) [1 2])))
 (chunked-seq? (next (eduction (map inc) [1 2])))
 (sort (map (fn [c] (.getName c)) (supers (class (eduction (map inc) [1])))))
 (thrown (.seq (eduction (map inc) [1])))
 (let [s (sequence (map (fn [x] (/ 1 x))) [1 2 0 4])] [(thrown (vec s)) (vec s)])
 (let [s (sequence (map /) [1 2 3] [1 0 2])] [(thrown (vec s)) (vec s)])
 (let [s (sequence (mapcat (fn [x] [x (/ 1 x)])) [1 2 0 4])] [(thrown (vec s)) (vec s)])
 (let [s (sequence (map (fn [x] (/ 1 x))) (concat (range 1 40) [0] (range 1 20)))] [(thrown (count s)) (count s)])
 (let [s (reductions / [1 0 2])] [(thrown (vec s)) (thrown (vec s)) (take 1 s)])
 (let [s (reductions / 1 [1 0 2])] [(thrown (vec s)) (thrown (vec s)) (take 1 s)]))

;; An eduction that ends early: what its reduction returns counts, or not.
(defn halted [] (eduction (halt-when odd?) [2 1 2]))
(show
 (run! println (halted))
 (run! (fn [x] (println x) (reduced 1)) (eduction (map inc) [1 2]))
 (vec (halted))
 (into [] (halted))
 (into () (halted))
 (set (halted))
 (mapv inc (halted))
 (filterv even? (halted))
 (frequencies (halted))
 (group-by odd? (halted))
 (reduce + 0 (halted))
 (transduce (map inc) + (halted))
 (into [] (map inc) (halted))
 (every? odd? (halted))
 (some even? (halted))
 (sort (halted))
 (apply vector (halted))
 (vec (into-array (halted)))
 (last (halted)))

;; The seq of an Iterable is a lazy seq that nobody has asked yet: not chunked itself, but behind its first element.
(show
 (map class [(seq (java.util.ArrayList. [1])) (seq (java.util.HashMap. {1 2})) (seq (.keySet {1 2})) (seq (eduction [1]))
             (next (java.util.ArrayList. [1 2])) (cons 1 (java.util.ArrayList. [1])) (clojure.lang.IteratorSeq/create (.iterator [1]))])
 (let [s (seq (java.util.ArrayList. [1 2 3]))] [(realized? s) (first s) (realized? s) (counted? s) (= s [1 2 3]) (hash s)])
 (re-find #"^clojure.lang.LazySeq@[0-9a-f]+$" (str (seq (java.util.ArrayList. [1 2 3]))))
 (let [n (atom 0) s (map (counting n) (java.util.ArrayList. (range 40)))] [(first s) @n (second s) @n (nth s 32) @n])
 (let [s (.subList (list 1 2 3) 1 3)] [(vector? s) (vec s) (.size s) (= [2 3] s) (thrown (.add s 1))])
 (let [s (.subList (map inc [1 2 3]) 0 2)] [(vector? s) (vec s) (.set s 0 :x) (vec s)])
 (thrown (.subList (list 1 2) 1 3))
 (thrown (.subList (list 1 2) 2 1)))

;; Which results carry the metadata of their arguments.
(require 'clojure.set 'clojure.walk)
(def m {:m 1})
(defmacro keeps [& forms] `(do ~@(for [f forms] `(println (pr-str '~f) "=>" (try (pr-str (meta ~f)) (catch Throwable t# (.getName (class t#))))))))
(let [v (with-meta [3 1 2] m) l (with-meta '(3 1 2) m) h (with-meta {:a 1} m) s (with-meta #{1} m) sm (with-meta (sorted-map 1 2) m) q (with-meta (conj clojure.lang.PersistentQueue/EMPTY 1) m) lz (with-meta (map inc [1]) m) sy (with-meta 'a m) f (with-meta (fn [] 1) m)]
(keeps
 (conj v 1) (conj l 1) (conj h [1 2]) (conj s 2) (conj q 1) (conj lz 1) (assoc v 0 1) (assoc h 1 2)
 (dissoc h :a) (disj s 1) (pop v) (pop l) (pop q) (into v [1]) (into l [1]) (into h {1 2}) (into s [2])
 (into v (map inc) [1]) (empty v) (empty l) (empty h) (empty s) (empty sm) (empty q) (empty lz) (seq v)
 (rest v) (next v) (rest l) (next l) (cons 1 l) (reverse v) (sort v) (sort l) (vec v) (vec l) (set s) (set v)
 (merge h {1 2}) (merge nil h) (merge-with + h {:a 1}) (select-keys h [:a]) (update h :a inc)
 (update-in h [:a] inc) (assoc-in h [:b :c] 1) (update-vals h inc) (update-keys h name) (zipmap [1] [2])
 (subvec v 1) (replace {1 2} v) (mapv inc v) (filterv odd? v) (map inc v) (filter odd? v)
 (persistent! (transient v)) (persistent! (transient h)) (persistent! (transient s)) (not-empty v) (doall lz)
 (seq lz) (identity lz) (peek [v]) (partial f) (comp f) (comp f f) (with-meta v nil) (vary-meta v assoc :x 1)
 (rseq v) (list* l) (list* 1 l) (apply list v) (symbol sy) (symbol "a") (keyword sy) (quote a) (quote [1])
 (fn [] 1) (fn [] 1) (clojure.walk/postwalk identity v) (clojure.walk/prewalk identity h)
 (clojure.set/union s #{3}) (clojure.set/difference s #{1}) (clojure.set/intersection s #{1})
 (clojure.set/rename-keys h {:a :b}) (clojure.set/select odd? s) (group-by odd? v) (disj s 5) (dissoc h :zz)
 (assoc h :a 1) (sorted-set-by < 1) (subseq sm > 0) (first [v]) (distinct v) (into (sorted-map) h)
 (split-at 1 v) (first (partition 2 v)) (find h :a) (first h) (keys h) (vals h) (atom 1 :meta m)
 (ref 1 :meta m) (agent 1 :meta m) (reduce conj v [1]) (read-string "^:a [1]") (eval (quote [1]))
 (eval (quote (quote [1]))) (get-in {:a v} [:a]) (concat v) (lazy-cat v) (flatten v) (conj (seq v) 1)
 (assoc v 3 1) (replace {:a 1} l) (memoize f) (with-meta (range 3) m) (with-meta (repeat 1) m)
 (rest (with-meta (range 3) m)) (with-meta (iterate inc 1) m) (with-meta (cycle [1]) m)
 (with-meta (lazy-seq [1]) m) (with-meta () m) (pop (with-meta (quote (1)) m)) (with-meta (first {1 2}) m)
 (with-meta (sorted-set 1) m) (disj (with-meta (sorted-set 1) m) 1) (dissoc sm 1)
 (empty (with-meta (sorted-set 1) m)) (clojure.string/join v)))
(shutdown-agents)


; Seqs of texts and of primitive arrays keep their metadata as they go on, seqs of objects lose it.
(doseq [s ["abc" (StringBuilder. "abc") (int-array 3) (long-array 3) (short-array 3) (byte-array 3) (char-array "abc") (float-array 3)
           (double-array 3) (boolean-array 3) (object-array 3) (into-array Long [1 2 3]) [1 2 3] (java.util.ArrayList. [1 2 3])]]
  (let [s (with-meta (seq s) {:m 1})]
    (prn (class s) (meta (next s)) (meta (rest s)) (meta (nthnext s 2)) (meta (rest (next (next s)))) (meta (drop 1 s)))))
(let [[_ & more] (with-meta (seq "abc") {:m 1})] (prn more (meta more)))

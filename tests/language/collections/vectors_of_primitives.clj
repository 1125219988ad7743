;; Vectors of primitives: their keys are cast to int, and their seqs have a class of their own.

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

(def v (vector-of :int 1 2))
(show
 (contains? v 4294967296)
 (contains? v 100000000000000000000)
 (contains? v 1N)
 (contains? v 1/2)
 (contains? v :a)
 (get v 4294967296)
 (get v 4294967296 :none)
 (get v 1e100)
 (get v 1N)
 (find v 4294967297)
 (v 4294967296)
 (v 1)
 (v 2)
 (v :a)
 (v)
 (v 1 2)
 (v 1 2 3)
 (map v [0 1] [3 4])
 (assoc v 4294967297 1)
 (assoc v 99999999999999999999 1)
 (assoc v 1N 7)
 (class (seq v))
 (counted? (seq v))
 (seq v)
 (next v)
 (rest (rest v))
 (count (seq v))
 (class (rest v))
 (chunked-seq? (seq v))
 (meta (with-meta (seq v) {:a 1}))
 (re-find #"[^@]+@" (str (seq v)))
 (= (seq v) [1 2])
 (hash (seq v))
 (reduce + (seq v))
 (apply + (seq v))
 (vec (seq v))
 (let [n (atom 0) s (map (fn [x] (swap! n inc) x) (apply vector-of :int (range 40)))] [(first s) @n (nth s 32) @n])
 (let [n (atom 0) s (map (fn [x] (swap! n inc) x) (drop 2 (apply vector-of :int (range 40))))] [(first s) @n])
 (count (chunk-first (drop 3 (apply vector-of :int (range 40))))))

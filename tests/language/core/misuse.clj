;; What wrong arguments of collection functions throw.
(defmacro show [& forms]
  `(do ~@(for [f forms]
           `(println (pr-str '~f) "=>"
                     (try (binding [*print-length* 50] (pr-str ~f))
                          (catch NullPointerException _# "NullPointerException")
                          (catch Throwable t# (str (.getName (class t#)) ": " (ex-message t#))))))))

(show
 (first 1) (rest 1) (next 1) (seq 1) (cons 1 2) (conj 1 2) (conj {} 1) (conj {} [1]) (conj {} [1 2 3])
 (conj {} (quote (1 2))) (conj {} {1 2}) (conj {} nil) (count 1) (count :a) (empty 1) (empty "a") (get 1 1)
 (get "abc" 1) (get "abc" 5) (get [1] "a") (get-in 1 [1]) (assoc 1 1 1) (assoc [1] 2 3) (assoc [1] :a 3)
 (assoc {} 1 2 3) (assoc (quote (1)) 0 1) (assoc-in [1] [:a :b] 1) (dissoc [1] 0) (dissoc 1 0) (disj {} 1)
 (disj [1] 1) (contains? 1 1) (contains? "abc" 1) (contains? (quote (1)) 1) (contains? "abc" :a) (find 1 1)
 (find [1] 0) (find (quote (1)) 1) (find #{1} 1) (keys 1) (keys [1]) (keys [[1 2]]) (keys #{}) (vals [1])
 (key 1) (key [1 2]) (val nil) (merge 1 2) (merge {} 1) (merge {} [1 2]) (select-keys [1 2] [0])
 (select-keys 1 [0]) (zipmap 1 2) (update [1] 5 inc) (update {} :a inc) (into [] 1) (into 1 [1]) (into {} [1])
 (into {} [[1]]) (reverse 1) (rseq (quote (1))) (rseq 1) (sort 1) (sort [1 "a"]) (sort [1 nil])
 (sort [:a (quote a)]) (sort < ["a" "b"]) (sort-by :a [{:a 1} {:a "b"}]) (sort [[1 2] [1]])
 (sort [(quote (1)) (quote (2))]) (map inc 1) (doall (map inc [nil])) (doall (map 1 [1])) (doall (map + [1] 2))
 (mapv inc 1) (filter odd? 1) (doall (filter odd? [nil])) (doall (filter odd? ["a"])) (reduce + 1)
 (reduce + [1 nil]) (reduce 1 [1 2]) (take 1 2) (doall (take nil [1])) (doall (take "a" [1])) (nth 1 1)
 (nth [1] 1) (nth [1] -1) (nth (quote (1)) 1) (nth (quote (1)) -1) (nth "a" 1) (nth {} 0) (nth #{1} 0)
 (nth [1] "a") (nth [1] nil) (nth [1] 1.5) (nth (range 3) 5) (nth (map inc [1]) 2) (nth (int-array 1) 1)
 (partition 0 [1]) (partition -1 [1]) (peek 1) (peek #{}) (pop []) (pop ()) (pop 1) (pop (quote (1)))
 (subvec [1 2] 3) (subvec [1 2] 1 0) (subvec [1 2] -1) (subvec (quote (1)) 0) (subvec [1 2] 0 5) (apply + 1)
 (apply + 1 2) (apply 1 [1]) (str) (name 1) (namespace 1) (namespace "a") (keyword 1) (keyword "a" 1)
 (symbol 1) (symbol :a) (symbol (var map)) (keyword (quote a/b)) (keyword nil "a") (max "a" 1) (max 1 "a")
 (min-key identity "a" "b") (int-array "a") (int-array ["a"]) (make-array Long -1) (into-array [1 "a"])
 (into-array Long ["a"]) (compare 1 "a") (compare [1] (quote (1))) (compare :a (quote a)) (compare "a" :a)
 (compare {} {}) (compare #{} #{}) (compare true 1) (+ 1 "a") (+ nil 1) (+ :a) (- "a") (* "a") (/ 1 0) (/ 0)
 (/ "a") (/ 1.0 0) (quot 1 0) (rem 1 0) (mod 1 0) (mod 1.5 0) (inc "a"))
(shutdown-agents)

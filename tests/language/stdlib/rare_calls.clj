;; Calls that are right seldom, and what they give or throw.
(defmacro show [& expressions]
  `(do ~@(for [e expressions]
           `(println (pr-str '~e) "=>" (try (pr-str ~e) (catch Throwable t# (str (.getName (class t#)) (when-not (instance? NullPointerException t#) (str ": " (first (.split (str (.getMessage t#)) " \\("))))))))))) 
(defrecord R [a b])
(defn options [& {:keys [a b] :as m}] [a b m])
(show
 (conj (->R 1 2) [:a 5]) (conj (->R 1 2) [:a]) (conj (->R 1 2) [:a 1 2]) (conj (->R 1 2) {:z 1}) (conj (->R 1 2) 5) (conj {} [1]) (into (->R 1 2) [[:c 3] [:a 0 9]])
 (map->R 5) (map->R [[:a 1]]) (map->R nil) (map->R {:a 1 :z 2}) (map->R (->R 1 2))
 (options 1 2 3) (options :a) (options :a 1 {:b 2}) (options {:a 1}) (options :a 1 nil) (options :a 1 [:b 3]) (options nil) (options :a 1 5) (options 5) (let [{:keys [a]} '(:a 1 :b)] a) (hash-map nil) (hash-map 1 2 nil)
 (subvec nil 0) (subvec nil 1) (subvec nil 0 0) (subvec [1 2] 1.7) (subvec '(1) 0) (subvec [1 2] 2 1) (distinct 5) (distinct {}) (distinct #{1}) (distinct "aab") (distinct nil) (distinct [nil nil 1]) (shuffle 5) (shuffle nil) (shuffle {}) (line-seq nil) (line-seq "x")
 (slurp nil) (slurp 5) (slurp :a) (slurp []) (spit nil "a") (spit 5 "a") (Throwable->map 0) (Throwable->map nil)
 (Long/parseLong "1" 1) (Long/parseLong "1" 37) (Integer/parseInt "" 0) (Integer/parseInt "9" 8) (Long/valueOf "x" 16) (Integer/parseInt nil 10) (Integer/toString 5 1) (Integer/hashCode -5) (.toEngineeringString 123E+5M) (.toEngineeringString 1E-10M) (.toEngineeringString 0E+4M) (.toEngineeringString -1.5E+8M) (.toEngineeringString 1.5M)
 (unchecked-add-int 1.5 1) (unchecked-add-int 1e10 1) (unchecked-add-int 3000000000 1) (unchecked-inc-int 3000000000) (unchecked-multiply-int 65536 65536) (unchecked-negate-int -2147483648)
 (.charAt "abc" 5) (.charAt "a日c" 5) (nth "日" 5) (nth "a" 5) (.codePointAt "ab" 7) (.codePointAt "日本" 7) (.codePointAt "a😀" 1)
 (format "%x" (hash "abcdefg")) (format "%08x" (hash :a)) (format "%o" (hash ())) (format "%,d" (hash :a)) (class (hash 1)) (+ 1 (hash 1)) (mod (hash "abc") 7) (bit-and (hash :a) 255) (get {1392991556 :x} (hash 1)) (case (hash 1) 1392991556 :hit :miss) (unchecked-multiply (hash 1) 31) (Integer/toHexString (hash :a))
 (cond-> 1 true inc false (* 2) true (str "x")) (cond->> [1] true (map inc)) (cond-> 5) (count (macroexpand-1 '(cond-> x a b c d))) (eval '(some-> 0 identity)))
(println (try (eval (quote (-> 0 nil))) (catch Throwable e (ex-message (ex-cause e)))))

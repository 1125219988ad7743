;; nth of a java.util.regex.Matcher is a group of its last match; iterators of arrays and sorted maps.
(defmacro show [form]
  `(println (try (pr-str ~form) (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))

(defn found [re text] (doto (re-matcher re text) (.find)))
(def m (found #"(\d+)-(\d+)(x)?" "tel 12-345"))
(doseq [i [0 1 2 3 4 -1]]
  (show (nth m i))
  (show (nth m i :none)))
(show (let [[all a b c] m] [all a b c]))
(show (let [[_ a] (found #"(.)." "xy")] a))
(def unmatched (re-matcher #"(z)" "a"))
(doseq [i [0 1 2 -1]]
  (show (nth unmatched i))
  (show (nth unmatched i :none)))
(show (get m 0))
(show (count m))
(show (first m))

(defn all [iterator] (vec (iterator-seq iterator)))
(def sorted (sorted-map 2 :b 1 :a 3 :c))
(show [(all (.keys sorted)) (all (.vals sorted)) (all (.reverseIterator sorted))])
(show [(.minKey sorted) (.maxKey sorted)])
(show [(all (.keys (sorted-map))) (all (.vals (sorted-map))) (all (.reverseIterator (sorted-map))) (.minKey (sorted-map))])
(show (.next (.keys (sorted-map))))
(doseq [array [nil (object-array [1 nil]) (int-array [1 2]) (byte-array 2) (char-array "ab") (boolean-array 1) (double-array [1.5])]]
  (show (all (clojure.lang.ArrayIter/createFromObject array))))
(show (.next (clojure.lang.ArrayIter/createFromObject (int-array 0))))
(show (clojure.lang.ArrayIter/createFromObject [1]))

(def plain (found #"b+" "abba"))
(doseq [i [0 1 -1]]
  (show (nth plain i))
  (show (nth plain i :none)))
(show (nth (re-matcher #"b" "a") 0 :none))
(show (nth (re-matcher #"b" "a") 0))

(show (clojure.lang.PersistentHashMap/create (seq [1 2 3])))
(show (clojure.lang.PersistentHashMap/create (seq [1 2 3 4])))
(show (clojure.lang.PersistentHashMap/create {1 2}))

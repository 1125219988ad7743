;; reduce-kv of what is no map, and maps of keyword arguments, which keep the order of many keys.
(defmacro show [& expressions]
  `(do
     ~@(for [e expressions]
         `(println (pr-str '~e) "=>"
                   (try (pr-str ~e)
                        (catch Throwable t#
                          (let [message# (when-not (instance? NullPointerException t#) (.getMessage t#))
                                end# (when message# (.indexOf message# " ("))]
                            (str (.getName (class t#)) ": "
                                 (if (and end# (pos? end#)) (subs message# 0 end#) message#)))))))))

(defrecord Pair [a b])

(show
 (reduce-kv (fn [a k v] [a k v]) 0 (first {:a 1}))
 (reduce-kv (fn [a k v] [a k v]) 0 (first {[1 2] [3 4]}))
 (reduce-kv (fn [a k v] [a k v]) 0 (subvec [1 2 3] 1))
 (reduce-kv (fn [a k v] [a k v]) 0 (vector-of :long 1 2))
 (reduce-kv (fn [a k v] [a k v]) 0 '([1 2]))
 (reduce-kv (fn [a k v] [a k v]) 0 (seq {1 2}))
 (reduce-kv (fn [a k v] [a k v]) 0 (sorted-map 1 2))
 (reduce-kv (fn [a k v] [a k v]) 0 (java.util.HashMap. {1 2}))
 (reduce-kv (fn [a k v] [a k v]) 0 #{[1 2]})
 (reduce-kv (fn [a k v] [a k v]) 0 #{(first {1 2})})
 (reduce-kv (fn [a k v] [a k v]) 0 "ab")
 (reduce-kv (fn [a k v] [a k v]) 0 5)
 (reduce-kv (fn [a k v] [a k v]) 0 (transient {1 2}))
 (reduce-kv (fn [a k v] [a k v]) 0 (first (java.util.HashMap. {1 2})))
 (reduce-kv (fn [a k v] [a k v]) 0 (object-array [(first {1 2})]))
 (reduce-kv (fn [a k v] (reduced [a k v])) 0 (list (first {1 2}) (first {3 4})))
 (reduce-kv (fn [a k v] (reduced [a k v])) 0 (list (first {1 2}) 1))
 (reduce-kv vector 0 (zipmap (range 9) (range 9)))
 (reduce-kv vector 0 (first (sorted-map 1 2)))
 (reduce-kv vector 0 (subvec (vector-of :long 1 2 3) 1))
 (reduce-kv vector 0 (first (->Pair 1 2)))
 (reduce-kv vector 0 (->Pair 1 2))
 (let [{:as m} (map - (range 26))] m)
 (let [{:as m} (range 40)] m)
 (class (let [{:as m} (range 40)] m))
 (let [{:as m} (list 1 2 1 3 4 5 nil 6 nil 7)] m)
 ((fn [& {:as m}] m) 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22)
 ((fn [& {:as m}] m) 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 {30 1 2 3})
 ((fn [& {:as m}] (assoc m :a 1)) 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20)
 (seq-to-map-for-destructuring (range 20))
 (seq-to-map-for-destructuring (range 21))
 (seq-to-map-for-destructuring '({1 2} ))
 (seq-to-map-for-destructuring '(1))
 (seq-to-map-for-destructuring nil)
 (seq-to-map-for-destructuring [1 2]))

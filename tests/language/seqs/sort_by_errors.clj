;; What sort-by refuses, and which fault comes first: that of a comparison or of a later key.
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


(deftype Only [] clojure.lang.Seqable (seq [_] (print "once ") (list 2 1)))
(deftype Nothing [] clojure.lang.Seqable (seq [_] nil))

(show
 (sort-by identity (Only.))
 (sort-by identity > (Only.))
 (sort (Only.))
 (sort > (Only.))
 (sort (Nothing.))
 (sort-by identity (Nothing.))
 (sort-by some? compare (iteration (fn [k] nil)))
 (sort-by identity (eduction (map inc) [2 1]))
 (sort-by identity compare (eduction (map inc) [2 1]))
 (sort-by identity "cab")
 (sort-by identity {2 1 1 2})
 (sort-by identity (java.util.HashMap. {2 1 1 2}))
 (sort-by identity (object-array [2 1]))
 (sort-by identity (int-array [2 1]))
 (sort-by identity 5)
 (sort-by identity (java.util.ArrayList. [2 1]))
 (sort-by identity (transient [2 1]))
 (sort-by identity (reify Iterable (iterator [_] (.iterator [2 1]))))
 (sort-by identity nil)
 (sort-by 5 [1])
 (sort-by 5 [1 2])
 (sort-by nil [2 1])
 (sort-by nil [])
 (sort-by identity :a [1])
 (sort-by identity :a [1 2])
 (sort-by identity :a [])
 (sort-by inc :a [1 :b])
 (sort-by inc [1 2 3 :b 4])
 (sort-by inc [1 2 :b 4 nil])
 (sort-by first [[1] [:a] [2] 5])
 (sort-by first [[1] [2] 5 [:a]])
 (sort-by first > [[1] [2] 5 [:a]])
 (sort-by first [["a"] [2] 5 [:a]])
 (sort-by first (comp - compare) [["a"] [2] 5 [:a]])
 (sort-by (fn [x] (if (= x 7) (throw (Exception. "seven")) x)) (fn [a b] (if (= 3 (max a b)) (throw (Exception. (str a b))) (< a b))) [1 5 3 4 7])
 (sort-by (fn [x] (if (= x 7) (throw (Exception. "seven")) x)) (fn [a b] (if (= 3 (max a b)) (throw (Exception. (str a b))) (< a b))) [1 5 7 3 4])
 (sort-by - (range 100))
 (sort-by (fn [x] (mod (* x 7919) 101)) (range 300))
 (sort-by (fn [x] (mod (* x 7919) 101)) <= (range 300))
 (sort-by str (range 100))
 (sort-by identity [nil 1 2 nil])
 (sort-by identity [nil nil])
 (sort-by identity [2.5 1 1/2 nil 3N])
 (sort-by identity [1 "a"])
 (sort-by key {2 1 1 2}))

; nil is no comparator for sort-by, once there are two keys to compare.
(doseq [coll [[] [1] [2 1]]]
  (println (try (sort-by #(do (print "key" % "") %) nil coll) (catch NullPointerException _ "no comparator"))))

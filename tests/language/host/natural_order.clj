;; Java's natural order: compareTo, sorting, and the sorted collections compare values of one class.

(defmacro show [& expressions]
  `(do
     ~@(for [e expressions]
         `(println (pr-str '~e) "=>"
                   (try (pr-str ~e)
                        (catch NullPointerException e# "java.lang.NullPointerException")
                        (catch Throwable t#
                          (let [message# (.getMessage t#)
                                end# (when message# (.indexOf message# " ("))]
                            (str (.getName (class t#)) ": "
                                 (if (and end# (pos? end#)) (subs message# 0 end#) message#)))))))))

(defn id [x] x)

(defmacro refused [form] `(try ~form (catch Exception e# (symbol (.getSimpleName (class e#))))))
(defn sorted-list [& xs] (let [a (java.util.ArrayList. xs)] (java.util.Collections/sort a) a))
(defn sorted-array [& xs] (let [a (object-array xs)] (java.util.Arrays/sort a) (vec a)))
(defn tree [& kvs] (let [m (java.util.TreeMap.)] (doseq [[k v] (partition 2 kvs)] (.put m k v)) m))
(defn queue [& xs] (let [q (java.util.PriorityQueue.)] (doseq [x xs] (.add q x)) (vec q)))
(show
 (refused (.compareTo 1 1.0)) (.compareTo 1 2) (refused (.compareTo 1.5 1)) (.compareTo 1.5 2.5) (.compareTo 0.0 -0.0) (.compareTo ##NaN 1.0)
 (refused (.compareTo 1M 1)) (.compareTo 1M 1.0M) (refused (.compareTo (biginteger 1) 1N)) (.compareTo 1/2 1) (refused (.compareTo (float 1) 1.0))
 (refused (.compareTo (byte 1) 1)) (refused (.compareTo 1 nil)) (refused (.compareTo :a nil)) (refused (.compareTo :a 'a)) (.compareTo "a" "b") (.compareTo [1] [1 2])
 (.compareTo true false) (refused (.compareTo \a "a"))
 (sorted-list 3 1 2) (sorted-list 1 1.0) (sorted-list 1.0 1) (sorted-list 3 1N 2) (sorted-list 3 nil 2) (sorted-list {} {})
 (sorted-list {}) (sorted-list "b" "a") (sorted-list [1 2] [1]) (sorted-list ##NaN 1.0 -0.0 0.0)
 (sorted-array 3 1 2) (sorted-array 2 1.0) (sorted-array 2.0 1) (sorted-array 2.0 1 "a") (sorted-array 2 nil) (sorted-array {} {}) (sorted-array {})
 (tree 1 2 3 4) (tree 1 1 2.0 2) (tree {} 1) (tree nil 1) (tree '(1) 1) (tree [1] 2 [1 2] 3)
 (.get (tree 1 1) 1.0) (.get (tree 1 1) nil) (.get (tree) nil) (.containsKey (tree) nil) (.containsKey (tree 1 1) 1N) (.floorKey (tree 1 1) 2.0)
 (.remove (tree 1 1) 2.0) (.get (tree "a" 1) :a) (java.util.TreeMap. {1 1 2.0 2})
 (java.util.TreeSet. [1 2.0]) (java.util.TreeSet. ["a" 1]) (java.util.TreeSet. [nil]) (java.util.TreeSet. [{}]) (.contains (java.util.TreeSet. [1]) 1.0)
 (queue 2 1) (queue 1 2.0) (queue {}) (queue nil)
 (let [m (java.util.TreeMap. compare)] (.put m 1 1) (.put m 2.0 2) (.put m nil 3) m))

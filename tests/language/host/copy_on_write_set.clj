;; CopyOnWriteArraySet: in the order of additions, and safe to change while it is walked.
(import '(java.util ArrayList HashSet) '(java.util.concurrent CopyOnWriteArraySet) '(java.util.function Consumer Predicate))

(let [s (CopyOnWriteArraySet. [1 2 2 3])]
  (prn (vec s) (.size s) (.add s 3) (.add s 4) (.remove s 1) (.remove s 1) (.contains s 2) (str s))
  (prn (= s #{2 3 4}) (= #{2 3 4} s) (.equals s (HashSet. [4 3 2])) (.hashCode s) (count s) (seq s) (.isEmpty s)))

(let [s (CopyOnWriteArraySet.)]
  (doseq [x [:a :b :c]] (.add s x))
  (doseq [x s] (.remove s x) (.add s :d))
  (prn (vec s) (set? s) (instance? java.util.Set s) (coll? s)))

(let [s (CopyOnWriteArraySet. [1 2 3])
      seen (ArrayList.)]
  (.forEach s (reify Consumer (accept [_ x] (.add seen x))))
  (prn seen (reduce + s) (map inc s) (into (sorted-set) s))
  (prn (.addAll s [3 4]) (.addAll s [3 4]) (.removeAll s [1]) (.retainAll s [2 3]) (vec s))
  (prn (.removeIf s (reify Predicate (test [_ x] (odd? x)))) (vec (.toArray s)) (.containsAll s [2]) (.containsAll s [2 5]))
  (.clear s)
  (prn s (.isEmpty s)))

;; What collections that cannot be changed refuse, what they let pass because it changes nothing, and what the abstract classes do by themselves.
(import '(java.util AbstractCollection AbstractList AbstractMap ArrayList Collections HashMap HashSet List Map Set TreeMap TreeSet)
        '(java.util.concurrent.atomic DoubleAdder) '(java.util.function BiFunction Consumer Function Predicate))
(defmacro show [form]
  `(println (try (pr-str ~form) (catch Throwable e# (str (.getName (class e#)) ": " (.getMessage e#))))))
(defn bi [f] (reify BiFunction (apply [_ a b] (f a b))))
(def never (reify Predicate (test [_ _] false)))
(defmacro tries [label target & calls]
  `(println ~label ~@(for [call calls] `(try (pr-str (.. ~target ~call)) (catch UnsupportedOperationException e# "refused")))))

(doseq [[label c] [["list" (Collections/unmodifiableList (ArrayList. [1 2]))] ["set" (Collections/unmodifiableSet (HashSet. [1 2]))]
                   ["collection" (Collections/unmodifiableCollection (ArrayList. [1 2]))] ["sorted" (Collections/unmodifiableSortedSet (TreeSet. [1 2]))]
                   ["keys" (.keySet (Collections/unmodifiableMap (HashMap. {1 2})))] ["copies" (Collections/nCopies 2 1)] ["of" (List/of 1 2)] ["set of" (Set/of 1 2)]
                   ["vector" [1 2]] ["set" #{1 2}] ["keys" (.keySet {1 2})] ["values" (.values {1 2})]]]
  (tries label c (add 1) (remove :absent) (addAll []) (removeAll []) (retainAll [1 2]) (removeIf never) (clear)))
(tries "single" (Collections/singleton 1) (remove 2) (remove 1) (removeAll [2]) (retainAll [1]) (clear))
(tries "single" (Collections/singletonList nil) (remove :absent) (contains nil) (indexOf nil) (lastIndexOf nil) (sort nil) (clear))
(show (.get (Collections/nCopies 2 1) 5))

(doseq [[label m] [["read only" (Collections/unmodifiableMap (HashMap. {1 2}))] ["sorted" (Collections/unmodifiableSortedMap (TreeMap. {1 2}))] ["of" (Map/of 1 2)]
                   ["clojure's" {1 2}] ["clojure's" (sorted-map 1 2)] ["own" (proxy [AbstractMap] [] (entrySet [] (.entrySet (HashMap. {1 2}))))]
                   ["own, empty" (proxy [AbstractMap] [] (entrySet [] #{}))]]]
  (tries label m (remove 9) (remove 9 9) (remove 1 3) (putAll {}) (putAll {3 4}) (replace 9 1) (replace 1 5 6) (putIfAbsent 1 3) (compute 9 (bi (fn [_ _] nil)))
         (computeIfAbsent 8 (reify Function (apply [_ _] nil))) (computeIfPresent 9 (bi +)) (getOrDefault 9 8) (clear)))
(let [inner (HashMap. {1 2 3 4})
      own (proxy [AbstractMap] [] (entrySet [] (.entrySet inner)))]
  (show [(.remove own 1) inner])
  (.replaceAll own (bi str))
  (.put inner nil nil)
  (show [(.containsKey own nil) (.containsValue own nil) (.containsKey own 7) (.get own nil) (.remove own nil)])
  (show [inner (.containsKey own 3) (do (.clear own) inner)]))

(let [inner (ArrayList. [1 nil 2 nil 1])
      own (proxy [AbstractCollection] [] (iterator [] (.iterator inner)) (size [] (.size inner)))]
  (show [(.contains own nil) (.remove own nil) (.remove own :absent) inner])
  (show [(.removeAll own [2]) (.retainAll own [1]) inner])
  (show (.removeIf own nil))
  (show (.removeAll own nil))
  (show (do (.clear own) inner)))
(def own-list (proxy [AbstractList] [] (get [i] (nth [1 nil 2 nil 1] i)) (size [] 5)))
(doseq [l [own-list (.subList (ArrayList. [1 nil 2 nil 1 2]) 0 5) (Collections/unmodifiableList own-list) (Collections/synchronizedList (ArrayList. own-list))]]
  (show [(.indexOf l 1) (.lastIndexOf l 1) (.indexOf l nil) (.lastIndexOf l nil) (.lastIndexOf l 7) (.contains l nil)]))
(tries "own" own-list (add 1) (add 0 1) (remove :absent) (remove 2))
(doseq [l [(Collections/singletonList 1) [] [1] (list 1) (List/of 1)]]
  (show [(Collections/shuffle l) (Collections/reverse l) (Collections/rotate l 1)]))
(show (let [m (TreeMap. {1 2 3 4 5 6})] (.putAll (.subMap m 1 5) {2 3}) m))
(show (.putAll (.subMap (TreeMap. {1 2}) 1 5) {7 3}))

(defstruct point :x :y)
(show [(class (.count (struct point 1 2))) (.size (assoc (struct point 1 2) :z 3))])
(show (.floatValue (doto (DoubleAdder.) (.add 1.5))))

(def single (Collections/singletonMap 1 2))
(show [(.remove single 9) (.putAll single {}) (.remove (.keySet single) 9) (.getOrDefault single 9 3) (.get single 1) (str single) (= {1 2} single)])
(tries "single" single (remove 1) (remove 9 2) (put 9 2) (putAll {9 2}) (clear) (putIfAbsent 1 2) (merge 1 2 nil) (replaceAll nil))
(doseq [empty-list [[] ()]] (show [(Collections/sort empty-list) (Collections/sort empty-list compare) (.sort empty-list nil)]))
(tries "lists" Collections (sort [1]) (sort '(2 1)))
(show (Collections/sort [1 "a"]))
(let [m (TreeMap.) s (TreeSet.)]
  (show [(.floorKey m nil) (.ceilingKey m nil) (.higherEntry m nil) (.lowerKey m nil) (.floor s nil) (.higher s nil) (.lower s (Object.))])
  (show (.containsKey m nil)))

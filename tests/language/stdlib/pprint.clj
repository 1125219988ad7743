;; clojure.pprint.

(require (quote clojure.pprint))
(def data [(zipmap (map #(keyword (str "key" %)) (range 12)) (range))
 (vec (range 60)) (list 1 2 3) (range 50) (set (range 50)) {:a (vec (range 40)) :bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb {:c {:d (range 30) :e "string with \"quotes\""}}}
 '(quote x) ''x '(defn foo [x] (let [a 1 b 2] (+ a b x))) nil 1 "s" [] {} #{} () [[[[[[1 2 3]]]]]]
 {:name "Some quite long name here" :address {:street "A very long street name number 10" :city "Town" :tags [:a :b :c]} :items [{:id 1 :price 10.5M} {:id 2 :price 3/4}]}
 (vec (repeat 5 {:a 1 :b 2 :c {:d 3}})) (vec (for [i (range 12)] (vec (range i))))
 {:deeply {:nested {:map {:with {:many {:levels {:of {:nesting {:that {:go {:right {:far {:enough [1 2 3 4 5 6 7 8 9 10]}}}}}}}}}}}}}
 #{:aaaaaaaaaaaaaaaaaaaaaaaaaaaa :bbbbbbbbbbbbbbbbbbbbbbbbbbbbbb :cccccccccccccccccccccccccc} (into clojure.lang.PersistentQueue/EMPTY [1 2])
 #'inc 'a/b :k/w \c #"re" (int-array [1 2 3]) [(vec (range 20)) (vec (range 30)) :x] {[1 2 3] {:x (vec (range 30))}}
 (zipmap (range 30) (map str (range 30)))])
(doseq [d data] (clojure.pprint/pprint d))
(binding [*print-length* 3] (clojure.pprint/pprint (range 10)) (clojure.pprint/pprint {:a 1 :b 2 :c 3 :d 4}))
(binding [*print-level* 2] (clojure.pprint/pprint [[[[1]]]]))
(binding [clojure.pprint/*print-right-margin* 20] (doseq [d data] (clojure.pprint/pprint d)))
(binding [*print-namespace-maps* true] (clojure.pprint/pprint {:a/b 1 :a/c 2}))
(clojure.pprint/print-table [{:a 1 :b "xx"} {:a 100 :b nil}])
(clojure.pprint/print-table [:b] [{:a 1 :b "xx"} {:a 100 :b nil}])
(prn (clojure.pprint/write [1 2] :stream nil))
(prn (with-out-str (clojure.pprint/pprint {:a 1})))
(defrecord R [a b]) (clojure.pprint/pprint (->R 1 2))
(clojure.pprint/pprint [(->R 1 (vec (range 40)))])

; *print-level* where a map would be printed with its keys' namespace before it, and of records.
(defrecord Point [x y])

(defmacro at-level [n & forms]
  `(binding [*print-level* ~n]
     (println ~@(for [form forms] `(pr-str ~form)))))

(at-level 0 {:a/b 1} {:a 1} (->Point 1 2) #{:a/b} ^{:m 1} {:a/b 1} {})
(at-level 1 {:a/b 1 :a/c {:x/y 1}} [{:a/b 1}] {:a/b [1]} (->Point {:a/b 1} [2]) {'q/a #{} 'q/b {}})
(at-level 2 {:a/b {:x/y {:z/w 1}}} [[{:a/b 1}]] (->Point {:a/b {:c/d 1}} [[2]]))
(binding [*print-meta* true]
  (at-level 0 ^{:m/n 1} {:a/b 1} ^{:m/n {:o/p 1}} [1])
  (at-level 1 ^{:m/n {:o/p 1}} {:a/b {:c/d 2}}))
(binding [*print-namespace-maps* false]
  (at-level 0 {:a/b 1})
  (at-level 1 {:a/b {:c/d 2}}))

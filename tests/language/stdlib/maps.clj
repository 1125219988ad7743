;; update, merge-with, structs.

(prn (update {:a 1} :a + 1 2 3 4 5))
(prn (update-in {:a {:b 1}} [:a :b] + 10))
(prn (update-in {} [:a :b :c] (fnil inc 0)))
(prn (update-in {:a 1} [] (constantly 3)))
(prn (update-vals {:a 1 :b 2} inc))
(prn (update-keys {:a 1 :b 2} name))
(prn (meta (update-vals ^:x {:a 1} inc)))
(prn (merge-with + {:a 1} {:a 2 :b 3} nil {:b 1}))
(prn (merge-with + nil nil))
(prn (merge-with into {:a [1]} {:a [2]}))
(prn (struct-map (create-struct :a :b) :a 1 :c 2))
(prn (struct (create-struct :a :b) 1))

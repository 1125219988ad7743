;; Iterators that remove, on every list class.
(defn drained [l]
  (let [it (.iterator l) seen (atom [])]
    (while (.hasNext it) (let [x (.next it)] (swap! seen conj x) (when (even? x) (.remove it))))
    [@seen (vec (.toArray l)) (.size l)]))
(doseq [make [#(java.util.ArrayList.) #(java.util.LinkedList.) #(java.util.ArrayDeque.) #(java.util.Vector.)]
        xs [[0 1 2 3 4 5] [1 3 5] [0 2 4] [4 3 2 1 0] []]]
  (prn (drained (doto (make) (.addAll xs)))))
(let [l (java.util.LinkedList.)]
  (dotimes [round 5]
    (.add l round)
    (let [it (.iterator l)] (.next it) (.remove it))
    (print (.size l) ""))
  (println))
(let [d (java.util.ArrayDeque.)]
  (doseq [x [1 2 3 4]] (.addFirst d x))
  (.pollFirst d)
  (let [it (.iterator d)] (.next it) (.next it) (.remove it))
  (prn (vec (.toArray d))))
(prn (try (.remove (.iterator (java.util.ArrayList. [1]))) (catch IllegalStateException e (class e))))
(let [it (.iterator (java.util.ArrayList. [1 2]))] (.next it) (.remove it) (prn (try (.remove it) (catch IllegalStateException e (class e)))))

;; apply of functions that work through their arguments two at a time, on seqs without an end.
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

(show
 (apply < (iterate dec 5))
 (apply = (cycle [1 2]))
 (apply == (cycle [1 2]))
 (apply <= (cycle [1 2]))
 (apply > (range))
 (apply not= (cycle [1 2]))
 (apply + (range -6755399441055744 33))
 (apply * (range 1 1000000000))
 (apply max (concat (range 200) [:a] (range)))
 (apply min (concat (range 200) [:a] (range)))
 (apply bit-or (concat (range 200) [:a] (range)))
 (apply / 1 0 (range))
 (apply - (concat (range 200) [:a] (range)))
 (apply +' (concat (range 200) [:a] (range)))
 (apply *' (concat (range 200) [:a] (range)))
 (apply + (range 2000))
 (apply < (range 2000))
 (apply < (concat (range 2000) [5]))
 (apply max (range 2000))
 (apply - (range 2000))
 (count (apply concat (repeat 200 [1])))
 (apply merge (repeat 200 {1 2}))
 (let [n (atom 0)] [(apply < (map (fn [x] (swap! n inc) x) (concat [3 2] (range 2000)))) (< @n 100)]))

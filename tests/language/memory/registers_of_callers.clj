(defn g [more] (let [items (symbol "items__") n (symbol "count__") i (symbol "i__")] `(loop [~items nil ~n 0 ~i 0 ~more 1] (if (< ~i ~n) (when-let [~more (seq ~more)] (if (chunked-seq? ~more) (let [~items (chunk-first ~more)] (recur ~items (count ~items) 0 (chunk-rest ~more))) (recur ~more 1 0 (rest ~more)))))))) (prn (g 1))
(defn h [more] (let [items (symbol "items__")] (seq (concat (list :a) (list (seq (concat (list :b) (list (apply vector (seq (concat (list items) (list :c)))))))) (list items)))))
(prn (h 1))

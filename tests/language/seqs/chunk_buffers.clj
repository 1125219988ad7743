; A buffer gives its chunk once.
(defn outcome [f] (try (pr-str (f)) (catch Throwable e (.getSimpleName (class e)))))
(defn taken [n] (let [b (chunk-buffer 2)] (dotimes [i n] (chunk-append b i)) (chunk b) b))
(doseq [f [#(vec (chunk-cons (chunk (taken 1)) nil))
           #(chunk-append (taken 1) 2)
           #(count (taken 1))
           #(let [b (chunk-buffer 1)] (chunk-append b 1) (chunk-append b 2))
           #(chunk-cons (chunk (taken 0)) '(1))
           #(.nth (chunk (taken 1)) 0)
           #(reduce + (chunk-cons (chunk (taken 2)) nil))
           #(first (chunk-cons (chunk (taken 2)) nil))]]
  (println (outcome f)))

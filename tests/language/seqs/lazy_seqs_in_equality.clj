;; Equality asks a lazy seq on its left whatever is on the right.
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
 (let [n (atom 0)] [(try (= (lazy-seq (swap! n inc) nil) nil) (catch Exception e)) @n])
 (let [n (atom 0)] [(= nil (lazy-seq (swap! n inc) nil)) @n])
 (let [n (atom 0)] [(= :a (lazy-seq (swap! n inc) nil)) @n])
 (let [n (atom 0)] [(= (lazy-seq (swap! n inc) nil) :a) @n])
 (let [n (atom 0)] [(= (lazy-seq (swap! n inc) nil) 1) @n])
 (let [n (atom 0)] [(= 1 (lazy-seq (swap! n inc) nil)) @n])
 (let [n (atom 0)] [(= "a" (lazy-seq (swap! n inc) nil)) @n])
 (let [n (atom 0)] [(= (lazy-seq (swap! n inc) nil) "a") @n])
 (let [n (atom 0)] [(= {} (lazy-seq (swap! n inc) nil)) @n])
 (let [n (atom 0)] [(= (lazy-seq (swap! n inc) nil) {}) @n])
 (let [n (atom 0)] [(= (lazy-seq (swap! n inc) nil) []) @n])
 (let [n (atom 0)] [(= [] (lazy-seq (swap! n inc) nil)) @n])
 (let [n (atom 0)] [(= [1] (lazy-seq (swap! n inc) nil)) @n])
 (let [n (atom 0)] [(= #{} (lazy-seq (swap! n inc) nil)) @n])
 (let [n (atom 0)] [(= [nil] [(lazy-seq (swap! n inc) nil)]) @n])
 (let [n (atom 0)] [(= [(lazy-seq (swap! n inc) nil)] [nil]) @n])
 (let [n (atom 0)] [(= {:a (lazy-seq (swap! n inc) nil)} {:a nil}) @n])
 (let [n (atom 0)] [(= {:a nil} {:a (lazy-seq (swap! n inc) nil)}) @n])
 (let [n (atom 0)] [(not= (lazy-seq (swap! n inc) nil) nil) @n])
 (let [n (atom 0)] [(= (lazy-seq (swap! n inc) nil) nil nil) @n])
 (let [n (atom 0)] [(get {(lazy-seq (swap! n inc) nil) 1} nil) @n])
 (let [n (atom 0)] [(contains? {nil 1} (lazy-seq (swap! n inc) nil)) @n])
 (let [n (atom 0)] [(contains? {"a" 1} (lazy-seq (swap! n inc) nil)) @n])
 (let [n (atom 0)] [(contains? #{:a} (lazy-seq (swap! n inc) nil)) @n])
 (let [n (atom 0)] [(contains? #{} (lazy-seq (swap! n inc) nil)) @n])
 (let [n (atom 0)] [(contains? {} (lazy-seq (swap! n inc) nil)) @n])
 (let [n (atom 0)] [(.equals (lazy-seq (swap! n inc) nil) nil) @n])
 (let [n (atom 0)] [(.equals (lazy-seq (swap! n inc) nil) :a) @n])
 (let [n (atom 0)] [(isa? (lazy-seq (swap! n inc) nil) nil) @n])
 (let [n (atom 0)] [(identical? (lazy-seq (swap! n inc) nil) nil) @n])
 (let [n (atom 0)] [(condp = (lazy-seq (swap! n inc) nil) nil 1 :a 2 3) @n])
 (let [n (atom 0)] [(some #{nil :a} [(lazy-seq (swap! n inc) nil)]) @n])
 (let [n (atom 0)] [(.contains [1 nil] (lazy-seq (swap! n inc) nil)) @n])
 (let [n (atom 0)] [(.indexOf [1 nil] (lazy-seq (swap! n inc) nil)) @n])
 (let [n (atom 0)] [(= (cons 1 (lazy-seq (swap! n inc) nil)) nil) @n]))

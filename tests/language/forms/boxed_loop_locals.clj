;; A local of a loop that starts as a double is an object when a recur gives it something else: / is not that of doubles then.
(defmacro show [& es]
  `(do ~@(for [e es] `(println '~e "=>" (let [r# (try ~e (catch Throwable t# (symbol (str (.getName (class t#)) ": " (.getMessage t#)))))] (str (pr-str r#) " " (class r#)))))))
(defn some-number [] 7)
(show
 (loop [v 1.0 n 3] (if (pos? n) (recur n (dec n)) (/ v 2)))
 (loop [v 1.0 n 3] (if (pos? n) (recur (some-number) (dec n)) (/ v 2)))
 (loop [v 1.0 n 3] (if (pos? n) (recur (+ v 1) (dec n)) (/ v 2)))
 (loop [v 1.0 n 3] (if (pos? n) (recur (let [y v] n) (dec n)) (/ v 2)))
 (let [q (loop [v 1.0 n 3] (if (pos? n) (recur n (dec n)) v))] (/ q 2))
 (with-precision 5 (/ (loop [a 4 v 1e-4] (if (pos? a) (recur (dec a) a) v)) 1.50M))
 (loop [v 1.0 n 3] (let [w (/ v 3)] (if (pos? n) (recur n (dec n)) w)))
 (loop [v 1.0 f (fn [] (/ v 2)) n 1] (if (pos? n) (recur 3 f (dec n)) [(f) (/ v 2)]))
 (loop [a 1.0 b 1.0 n 3] (if (pos? n) (recur b n (dec n)) [(/ a 2) (/ b 2)]))
 (loop [v 1.0 n 2] (if (pos? n) (recur (loop [w 1.0 m 1] (if (pos? m) (recur m (dec m)) w)) (dec n)) (/ v 2)))
 (loop [v 1.0 n 1] (if (pos? n) (recur (if (odd? n) 2.5 3.5) (dec n)) (/ v 0)))
 (loop [v 1.0 n 1] (if (pos? n) (recur 2 (dec n)) (/ v 0)))
 (map meta [(read-string "^{} x") (read-string "^{} [1]") (read-string "^:a ^{} x") (read-string "^{} ^:a x") '^{} x ^{} [] (clojure.edn/read-string "^{} x")]))

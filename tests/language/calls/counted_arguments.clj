;; Arity errors count 21 arguments at most; the function of apply is looked at first.

(defmacro show [& expressions]
  `(do
     ~@(for [e expressions]
         `(println (pr-str '~e) "=>"
                   (try (pr-str ~e)
                        (catch NullPointerException e# "java.lang.NullPointerException")
                        (catch Throwable t#
                          (let [message# (.getMessage t#)
                                end# (when message# (.indexOf message# " ("))]
                            (str (.getName (class t#)) ": "
                                 (if (and end# (pos? end#)) (subs message# 0 end#) message#)))))))))

(defn id [x] x)

(defrecord Point [x])
(show
 (apply (fn one [a] a) (range 22)) (apply first (range 30)) (apply [] (range 30)) (apply {} (range 30)) (apply :a (range 30)) (apply 'a (range 30)) (apply #'first (range 25))
 (apply (partial first) (range 30)) ([] 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23) (first 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23)
 (apply first (range 20)) (apply first (range 21)) (apply + (range 30))
 (apply 1 2) (apply 1 [2]) (apply "a" 1 2) (apply nil 2) (apply :a 2)
 (symbol 1M :a) (symbol "a" :b) (symbol :a "b")
 (sequence identity [1] [2])
 (read "a" (java.io.PushbackReader. (java.io.StringReader. "1"))) (read-string [] "1") (read-string nil "1") (clojure.edn/read-string [] "1") (clojure.edn/read-string nil "1")
 (sorted-set-by nil 1) (conj (sorted-set-by nil 1) 2) (sorted-map-by nil 1 2) (assoc (sorted-map-by nil) 1 2 3 4) (get (sorted-map-by nil 1 2) 1) (.comparator (sorted-map-by nil))
 (contains? (sorted-set-by nil) 1) (subseq (sorted-map-by nil 1 2) > 0)
 (read+string (java.io.StringReader. "1")) (read+string String (clojure.lang.LineNumberingPushbackReader. (java.io.StringReader. "1")))
 (read+string (clojure.lang.LineNumberingPushbackReader. (java.io.StringReader. "[1 2] 3")))
 (class (try (seq-to-map-for-destructuring (iteration (fn [k] (when (< (or k 0) 3) {:k (inc (or k 0))})) :kf :k)) (catch RuntimeException e e)))
 (seq-to-map-for-destructuring '(:a 1 :b 2)) (seq-to-map-for-destructuring '({:a 1})) (seq-to-map-for-destructuring nil))

;; Sorted maps whose keys cannot be compared are not equal.
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
 (= (sorted-map :a 1 :b 2) (sorted-map-by > 1 2 3 4))
 (= (sorted-map (keyword "4" "[1 2") nil (keyword '.x) nil) (sorted-map-by > (inc' 10/3) nil -1N {}))
 (= (sorted-map-by > 1 2 3 4) (sorted-map :a 1 :b 2))
 (= {:a 1 :b 2} (sorted-map-by > 1 2 3 4))
 (= #{:a} (sorted-set 1))
 (= (sorted-set 1) #{:a})
 (= (sorted-set :a) (sorted-set 1))
 (.equals (sorted-map :a 1) (sorted-map 1 2))
 (.equals (sorted-set :a) (sorted-set 1))
 (= (sorted-map (keyword (Integer/toHexString 4) "[1 2") 1 (keyword '.x) 2) (sorted-map-by > 5 1 2 3)))

;; cl-format's numbers where there is none, and where there is a fraction that is not written.
(require '[clojure.pprint :refer [cl-format]])

(defmacro show [& expressions]
  `(do
     ~@(for [e expressions]
         `(println (pr-str '~e) "=>"
                   (try (pr-str ~e)
                        (catch NullPointerException t# "NullPointerException")
                        (catch Throwable t#
                          (let [message# (.getMessage t#)
                                end# (when message# (.indexOf message# " ("))]
                            (str (.getName (class t#)) ": "
                                 (if (and end# (nat-int? end#)) (subs message# 0 end#) message#)))))))))

(show (cl-format nil "~f ~f ~f" ##NaN ##Inf ##-Inf) (cl-format nil "~10,2f|~4,1f" ##Inf ##NaN))
(show (cl-format nil "~$ ~$ ~$" ##NaN ##Inf ##-Inf) (cl-format nil "~e ~e" ##Inf ##NaN) (cl-format nil "~g" ##NaN))
(show (cl-format nil "~d" ##Inf) (cl-format nil "~x" ##-Inf) (cl-format nil "~r" ##Inf) (cl-format nil "~r|~:r" ##NaN ##NaN))
(show (cl-format nil "~@r ~@r ~@r ~:@r" 1/3 7/3 25.5M 4.5) (cl-format nil "~@r" 10.5))
(show (cl-format nil "~f ~e ~g ~$" 0 0 0 0) (cl-format nil "~f ~e ~g ~$" 0.0 0.0 0.0 0.0))
(show (cl-format nil "~@<~a~:>" 1 2) (cl-format nil "~@<(~;~a~;)~:>" [1]) (cl-format nil "~:@<~a ~a~:>" [1 2]))

;; Fractions below one in words.
(doseq [x [0.5 -0.5 1/2 -1/2 1.5 -1.5 -0.0035M 1/1000 -1/1000 1001.5M] d ["~r" "~:r"]]
  (println x d (clojure.pprint/cl-format nil d x)))

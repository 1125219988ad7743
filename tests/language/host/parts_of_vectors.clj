;; subList of vectors, and what is no part.
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
 (.subList (vector-of :long 4 2) 4 4)
 (.subList [1 2 3] 4 4)
 (.subList [1 2 3] 3 1)
 (.subList [1 2 3] -1 1)
 (.subList '(1 2 3) 3 1)
 (.subList '(1 2 3) 0 9)
 (.subList (vector-of :long 4 2) 1 0)
 (.subList (vector-of :long 4 2) 0 1)
 (.subList (vector-of :long 4 2) -1 1)
 (.subList (range 5) -1 3)
 (.subList (java.util.ArrayList. [1 2]) 0 3)
 (.subList (java.util.ArrayList. [1 2]) 2 1)
 (.subList (java.util.LinkedList. [1 2]) 2 1)
 (.subList (first {1 2}) 2 1)
 (.subList (subvec [1 2 3] 1) 2 1)
 (.subList (subvec [1 2 3] 1) 0 3)
 (.subList (cons 1 nil) 0 3))

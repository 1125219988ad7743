;; Bytes and shorts are no keys of vectors.

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

(show
 (get [1 2] (byte 0))
 (get [1 2] (short 0))
 (get [1 2] (int 0))
 (get [1 2] (biginteger 0))
 ([1 2] (byte 0))
 (contains? [1 2] (byte 0))
 (find [1 2] (byte 0))
 (assoc [1 2] (byte 0) 1)
 (nth [1 2] (byte 0))
 (get (transient [1 2]) (byte 0))
 ((transient [1 2]) (byte 0))
 (contains? (transient [1 2]) (byte 0))
 (get (vector-of :int 1 2) (byte 0))
 ((vector-of :int 1 2) (byte 0))
 (assoc (vector-of :int 1 2) (byte 0) 1)
 (contains? (vector-of :int 1 2) (byte 0))
 (get "ab" (byte 0))
 (get (subvec [1 2 3] 1) (short 0))
 (get (first {1 2}) (byte 0))
 (get (long-array 2) (byte 0))
 (integer? (byte 0))
 (int? (byte 0))
 (.valAt [1 2] (byte 0))
 (.containsKey [1 2] (byte 0))
 (get-in [1 [2]] [(byte 1) 0])
 (update [1 2] (short 0) inc)
 (select-keys [1 2] [(byte 0)])
 (even? (byte 2))
 (rationalize (byte 2))
 (persistent! (assoc! (transient [1 2]) 0 5)) (assoc! (transient [1 2]) (byte 0) 1))

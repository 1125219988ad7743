;; aset-long and its like convert what they are given; indexes out of bounds have no message.
(defmacro show [& forms]
  `(do ~@(map (fn [f] `(println (try (pr-str ~f) (catch Throwable e# (str (.getName (class e#)) " " (first (re-seq #"[^(]+" (str (ex-message e#))))))))) forms)))
(show (vec (doto (double-array 2) (aset-double 0 1/2) (aset-double 1 3M))) (vec (doto (long-array 2) (aset-long 0 1.9) (aset-long 1 7/2)))
      (vec (doto (boolean-array 2) (aset-boolean 0 nil) (aset-boolean 1 :x))) (vec (doto (int-array 1) (aset-int 0 1.5)))
      (aset-double (double-array 1) 1 2) (aset-boolean (boolean-array 1) -1 true) (aset-long (long-array 1) 5 2) (aset-int (int-array 1) 5 2)
      (aset-char (char-array 1) 5 \a) (aset (long-array 1) 5 2) (aset-long (long-array 1) 0 nil) (aset-double (double-array 1) 0 "x")
      (subvec (reduced 1) 1) (subvec 5 1) (subvec '(1 2) 0) (subvec '(1 2) 0 1)
      (chunk-cons (chunk (doto (chunk-buffer 1) (chunk-append 1))) [1 2]) (chunk-cons (chunk (chunk-buffer 1)) [1 2]))

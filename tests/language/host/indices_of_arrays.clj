;; aget and aset cast an index that is a primitive double to int, an object's to long first; nil for an array.
(defmacro said [& forms]
  `(do ~@(for [form forms]
           `(println '~form (try ~form (catch Exception e# [(class e#) (ex-message e#)]))))))
(def xs (to-array [1 2 3]))
(said (aget xs 1e20) (aget xs (identity 1e20)) (aget xs -2147483649.0) (aget xs 1.9) (aget xs (float 1.9)) (aget xs 2147483647.5)
      (aget xs ##NaN) (aget xs ##Inf) (aget xs 5.0) (apply aget xs [1e20]) (aset xs 1e20 1) (aset xs 1.5 7) (aget xs 1)
      (let [d 1e10 a (long-array 2)] (aget a d)) (let [d 1e10 a (long-array 2)] (aset a d 1)) (let [d 1.5 a (long-array 2)] (aset a d 4) (seq a)))
(defn of-nil [^longs xs] (alength xs))
(said (of-nil nil) (aset-long nil 0 1) (aset-char nil 0 \a) (aset-int nil 0 0 1) (aset nil 0 0 0 1) (aget nil 0 0 1)
      (apply aget nil [0]) (apply aset nil [0 1]) (dorun (map alength [nil])) (aclone (identity nil)) (apply aclone [nil])
      (aget (into-array [(long-array 2) nil]) 1 0) (aset (into-array [(long-array 2) nil]) 1 0 2))

;; The classes of functions in stack traces.
(defn f-x? [] (throw (ex-info "x" {})))
(try (f-x?)
     (catch Exception e
       (prn (.getClassName (first (.getStackTrace e)))
            (first (first (:trace (Throwable->map e))))
            (first (:at (first (:via (Throwable->map e))))))))
; Elements are equal by what they say, and so are the traces of two exceptions after setStackTrace.
(let [s (StackTraceElement. "a.B" "m" "f.clj" 3), same (StackTraceElement. "a.B" "m" "f.clj" 3)
      other (StackTraceElement. "a.B" "m" "f.clj" 4), e (ex-info "a" {}), f (ex-info "b" {})]
  (.setStackTrace f (.getStackTrace e))
  (prn (= s same) (.equals s same) (= s other) (= s "a.B.m(f.clj:3)") (hash s) (.hashCode other)
       (.hashCode (StackTraceElement. "a.B" "m" nil -2)) (count (hash-set same other s)) ({s :found} same)
       (java.util.Arrays/equals (into-array [s]) (into-array [same]))
       (java.util.Arrays/equals (.getStackTrace e) (.getStackTrace f)) (= (seq (.getStackTrace e)) (seq (.getStackTrace e)))))

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
; Arguments of primitive parameters are converted by the caller, results by the function.
(defn lines [f]
  (try (f) (catch ClassCastException e
             (into [] (comp (filter #(re-find #"^user\$" (.getClassName %)))
                            (map #(vector (first (re-seq #"half|twice|below" (.getClassName %))) (.getLineNumber %)))
                            (distinct) (filter first) (take 1))
                   (.getStackTrace e)))))
(defn half ^double
  [^double x]
  (/ x 2))
(defn twice [x] (* 2 (half x)))
(defn below ^long [x]
  x)
(prn (lines #(twice "1")))
(prn (lines #(below "1")))

;; The classes of functions in stack traces.
(defn f-x? [] (throw (ex-info "x" {})))
(try (f-x?)
     (catch Exception e
       (prn (.getClassName (first (.getStackTrace e)))
            (first (first (:trace (Throwable->map e))))
            (first (:at (first (:via (Throwable->map e))))))))

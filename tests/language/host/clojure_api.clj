;; clojure.java.api.Clojure, and frames of native methods.
(import 'clojure.java.api.Clojure)

(prn (Clojure/var "clojure.core" "+") (Clojure/var "clojure.core/inc") ((Clojure/var 'clojure.core 'dec) 1))
(prn (bound? (Clojure/var "some.where" "thing")) (some? (find-ns 'some.where)))
(prn (Clojure/read "{:a [1 #{2} \"x\"]}") (.invoke (Clojure/var "clojure.core" "map") inc (Clojure/read "(1 2)")))
(let [frame (fn [file line] (StackTraceElement. "a.B" "run" file (int line)))]
  (println (map str [(frame "B.java" 3) (frame "B.java" -1) (frame nil -1) (frame "B.java" -2) (frame nil -2)]))
  (println (.isNativeMethod (frame nil -2)) (.isNativeMethod (frame nil 2))))

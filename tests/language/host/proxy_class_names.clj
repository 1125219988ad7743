;; Names of proxy classes; AFn.applyToHelper.
(ns my-app.g)
(prn (class (proxy [java.util.Comparator Runnable] [] (run []))) (class (proxy [Object] [])) (class (proxy [java.util.AbstractList] [] (size [] 0))) (class (proxy [java.util.AbstractList java.io.Serializable] [] (size [] 0))))
(prn (clojure.lang.AFn/applyToHelper + (list 1 2)) (clojure.lang.AFn/applyToHelper vector nil))

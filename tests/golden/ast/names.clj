identity
clojure.core/identity
o/open
(var o/open)
String
java.lang.String
org.joda.time.DateTime
(let* [String 1] String)
(let* [x ^long (identity 1)] [x ^String x])
(extend org.joda.time.DateTime 1)
(def ^{:doc "d" :tag String} documented (fn* [x] x))
(def ^:dynamic *dynamic* "doc" 1)
(def declared)

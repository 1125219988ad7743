(.length "a")
(. "a" (substring 1 2))
(.-x (identity 1))
(set! (.-x (identity 1)) 2)
(set! clojure.core/*warn-on-reflection* true)
(Math/sqrt 4)
Math/PI
Math/sqrt
(java.util.Date. 1)
(org.joda.time.DateTime. 1)
(String/.toUpperCase "a")
(String/new "a")
(let* [Math 1 String "a"] [(Math/sqrt 4) (. Math sqrt 4) (.length String)])
String/.toUpperCase
long/1
(clojure.core/import* "org.joda.time.DateTime")

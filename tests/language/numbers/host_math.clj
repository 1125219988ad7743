; java.lang.Math by its static methods.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(show (Math/sqrt 2) (Math/abs -5) (Math/abs -5.5) (Math/max 1 2) (Math/max 1.0 2.0) (Math/min 3 4) (Math/pow 2 3) (Math/floor 2.7) (Math/ceil 2.1) (Math/round 2.5) (Math/round -0.5) (Math/signum -3.0) (Math/floorMod -7 3) (Math/floorDiv -7 3) Math/PI Math/E (Math/log 1) (Math/exp 1) (Math/sin 1) (Math/cos 1) (Math/tan 1) (Math/atan2 1 2) (Math/hypot 3 4) (Math/cbrt 8) (Math/log10 100) (Math/toRadians 90) (Math/addExact 1 2) (Math/multiplyExact 9223372036854775807 2) (Math/toIntExact 5) (Math/negateExact 5) (class (Math/round 2.5)) (class (Math/abs -5)) (class (Math/max 1 2)) (Math/rint 0.5))
(show (map #(Math/round (double %)) [0.4 0.5 0.6 1.5 -0.6 2.5 -2.5 1e20 -1e20]) (map #(Math/sqrt %) [0 1 2 4 9]) (map (fn [x] (Math/abs (double x))) [-1 1 -0.0]) (Math/pow 0 0) (Math/pow 2 60) (Math/pow 10 -3) (Math/sqrt 1e10) (Math/floor -0.5) (Math/ceil -0.5) (Math/exp 700) (Math/log 0) (Math/log -1))

;; abs of every kind of number; of a primitive double it is one, so that dividing it by 0 is no error.
(defmacro t [& forms] `(do ~@(for [f forms] `(println '~f (try (pr-str ~f) (catch Throwable e# (str (class e#) " " (ex-message e#))))))))
(t (abs -1) (abs -1.5) (abs -0.0) (abs ##-Inf) (abs ##NaN) (abs -1/2) (abs -3N) (abs -2.5M) (abs Long/MIN_VALUE) (abs (int -4)) (abs (float -1.5))
   (abs nil) (abs "a") (class (abs (int -4))) (class (abs (float -1.5))) (class (abs (short -1)))
   (/ (abs 1.5) 0) (/ (abs -1.5) 0) (/ (abs 1) 0) (let [x -2.0] (/ (abs x) 0)) (let [x (identity -2.0)] (/ (abs x) 0)) (/ (abs 0.0) 0)
   (map abs [-1 -2.5 -1/3 -7N]) (+ (abs -9223372036854775807) 1) (unchecked-add (abs -1) Long/MAX_VALUE) (loop [x -3.5 n 0] (if (< n 2) (recur (abs x) (inc n)) x)))
(t (Math/abs -1.5) (/ (Math/abs -1.5) 0) (/ (Math/max 1.5 2.0) 0) (/ (Math/abs -1) 0) (/ (Math/max 1 2) 0) (/ (Math/sqrt 4) 0))

; A hint of double chooses among the methods of Math, and makes the argument a double.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(prn (try ~form (catch Throwable t# [(class t#) (clojure.string/replace (.getMessage t#) #" \(.*" "")]))))))

(defn exponent [^Double x] (Math/getExponent x))
(defn magnitude [x] (Math/abs ^double x))
(defn larger [^Double x ^Double y] (Math/max x y))

(show
 (map exponent [-3 2.5 1/2 3N 4M (float 2) (int 7)])
 (exponent nil)
 (exponent "a")
 (map magnitude [-3 2.5 -1/2 3N])
 (larger 1 2)
 (larger 1 2.5)
 ; An argument that is known to be no double leaves the choice to the values.
 (let [x (identity 3)] (Math/max ^double x 2))
 (let [x (identity 3)] (Math/min ^Double x (identity 4)))
 (let [x (identity 3)] (Math/max ^double x 2.5))
 (let [x (identity 3)] (Math/pow ^double x 2))
 (let [x (identity 3/2)] (Math/hypot ^Double x (identity 2)))
 (StrictMath/max ^double (identity 2) 1)
 (let [x (identity 3)] (Math/round ^double x))
 (Math/signum ^Double (identity -3))
 (Math/ulp ^java.lang.Double (identity 3))
 (Math/nextUp ^Double (identity 3))
 (Math/nextDown ^Double (identity 3))
 (Math/copySign ^Double (identity 3) -1.0)
 (Math/copySign ^Double (identity 3) ^Double (identity -1))
 (StrictMath/abs ^Double (identity -3))
 ; Without a hint the values choose, and methods that take integers alone do not look at hints of doubles.
 (Math/getExponent (identity -3))
 (Math/abs (identity -3))
 (let [^Double x (identity 4)] (Math/floorMod 7 x))
 (let [^Double x (identity 4)] (Math/floorDiv x 3)))

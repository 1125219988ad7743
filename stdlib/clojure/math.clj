;; clojure.math: the functions of java.lang.Math.

(ns clojure.math
  "Mathematical functions on doubles, and exact and floor arithmetic on longs. Arguments are
  converted to doubles, or to longs.")

(def ^{:added "1.11" :const true :doc "The double nearest e, the base of natural logarithms."}
  E 2.718281828459045)

(def ^{:added "1.11" :const true :doc "The double nearest pi."}
  PI 3.141592653589793)

(defn sin
  "The sine of an angle in radians."
  {:added "1.11"}
  [a]
  (Math/sin (double a)))

(defn cos
  "The cosine of an angle in radians."
  {:added "1.11"}
  [a]
  (Math/cos (double a)))

(defn tan
  "The tangent of an angle in radians."
  {:added "1.11"}
  [a]
  (Math/tan (double a)))

(defn asin
  "The arc sine, between -pi/2 and pi/2."
  {:added "1.11"}
  [a]
  (Math/asin (double a)))

(defn acos
  "The arc cosine, between 0 and pi."
  {:added "1.11"}
  [a]
  (Math/acos (double a)))

(defn atan
  "The arc tangent, between -pi/2 and pi/2."
  {:added "1.11"}
  [a]
  (Math/atan (double a)))

(defn to-radians
  "An angle in degrees as radians."
  {:added "1.11"}
  [deg]
  (Math/toRadians (double deg)))

(defn to-degrees
  "An angle in radians as degrees."
  {:added "1.11"}
  [r]
  (Math/toDegrees (double r)))

(defn exp
  "e to the power a."
  {:added "1.11"}
  [a]
  (Math/exp (double a)))

(defn log
  "The natural logarithm; NaN for negative numbers."
  {:added "1.11"}
  [a]
  (Math/log (double a)))

(defn log10
  "The logarithm to the base 10."
  {:added "1.11"}
  [a]
  (Math/log10 (double a)))

(defn sqrt
  "The square root; NaN for negative numbers."
  {:added "1.11"}
  [a]
  (Math/sqrt (double a)))

(defn cbrt
  "The cube root."
  {:added "1.11"}
  [a]
  (Math/cbrt (double a)))

(defn IEEE-remainder
  "The remainder by IEEE 754: dividend - divisor * n with n the integer nearest the quotient."
  {:added "1.11"}
  [dividend divisor]
  (Math/IEEEremainder (double dividend) (double divisor)))

(defn ceil
  "The least integer that is not below a, as a double."
  {:added "1.11"}
  [a]
  (Math/ceil (double a)))

(defn floor
  "The greatest integer that is not above a, as a double."
  {:added "1.11"}
  [a]
  (Math/floor (double a)))

(defn rint
  "The integer nearest a as a double; halfway, the even one."
  {:added "1.11"}
  [a]
  (Math/rint (double a)))

(defn atan2
  "The angle, in polar coordinates, of the point x, y."
  {:added "1.11"}
  [y x]
  (Math/atan2 (double y) (double x)))

(defn pow
  "a to the power b."
  {:added "1.11"}
  [a b]
  (Math/pow (double a) (double b)))

(defn round
  "The integer nearest a as a long; halfway, the one above. NaN gives 0."
  {:added "1.11"}
  [a]
  (Math/round (double a)))

(defn random
  "A random double from 0.0 up to but not including 1.0."
  {:added "1.11"}
  []
  (Math/random))

(defn add-exact
  "The sum of two longs; throws ArithmeticException on overflow."
  {:added "1.11"}
  [x y]
  (Math/addExact (long x) (long y)))

(defn subtract-exact
  "The difference of two longs; throws ArithmeticException on overflow."
  {:added "1.11"}
  [x y]
  (Math/subtractExact (long x) (long y)))

(defn multiply-exact
  "The product of two longs; throws ArithmeticException on overflow."
  {:added "1.11"}
  [x y]
  (Math/multiplyExact (long x) (long y)))

(defn increment-exact
  "One more than a long; throws ArithmeticException on overflow."
  {:added "1.11"}
  [a]
  (Math/incrementExact (long a)))

(defn decrement-exact
  "One less than a long; throws ArithmeticException on overflow."
  {:added "1.11"}
  [a]
  (Math/decrementExact (long a)))

(defn negate-exact
  "The opposite of a long; throws ArithmeticException on overflow."
  {:added "1.11"}
  [a]
  (Math/negateExact (long a)))

(defn floor-div
  "The quotient of two longs, rounded down."
  {:added "1.11"}
  [x y]
  (Math/floorDiv (long x) (long y)))

(defn floor-mod
  "x - (floor-div x y) * y: it has the sign of y."
  {:added "1.11"}
  [x y]
  (Math/floorMod (long x) (long y)))

(defn ulp
  "The distance from d to the next larger double in magnitude."
  {:added "1.11"}
  [d]
  (Math/ulp (double d)))

(defn signum
  "-1.0, 0.0 or 1.0 by the sign of d; zeros and NaN are themselves."
  {:added "1.11"}
  [d]
  (Math/signum (double d)))

(defn sinh
  "The hyperbolic sine."
  {:added "1.11"}
  [x]
  (Math/sinh (double x)))

(defn cosh
  "The hyperbolic cosine."
  {:added "1.11"}
  [x]
  (Math/cosh (double x)))

(defn tanh
  "The hyperbolic tangent."
  {:added "1.11"}
  [x]
  (Math/tanh (double x)))

(defn hypot
  "The square root of x squared plus y squared, without overflow on the way."
  {:added "1.11"}
  [x y]
  (Math/hypot (double x) (double y)))

(defn expm1
  "e to the power x, minus 1; exact for small x."
  {:added "1.11"}
  [x]
  (Math/expm1 (double x)))

(defn log1p
  "The natural logarithm of 1 + x; exact for small x."
  {:added "1.11"}
  [x]
  (Math/log1p (double x)))

(defn copy-sign
  "magnitude with the sign of sign."
  {:added "1.11"}
  [magnitude sign]
  (Math/copySign (double magnitude) (double sign)))

(defn get-exponent
  "The binary exponent of d, without bias."
  {:added "1.11"}
  [d]
  (Math/getExponent (double d)))

(defn next-after
  "The double next to start in the given direction."
  {:added "1.11"}
  [start direction]
  (Math/nextAfter (double start) (double direction)))

(defn next-up
  "The least double above d."
  {:added "1.11"}
  [d]
  (Math/nextUp (double d)))

(defn next-down
  "The greatest double below d."
  {:added "1.11"}
  [d]
  (Math/nextDown (double d)))

(defn scalb
  "d times 2 to the power scaleFactor."
  {:added "1.11"}
  [d scaleFactor]
  (Math/scalb (double d) (int scaleFactor)))

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
  ^double [^double a]
  (Math/sin a))

(defn cos
  "The cosine of an angle in radians."
  {:added "1.11"}
  ^double [^double a]
  (Math/cos a))

(defn tan
  "The tangent of an angle in radians."
  {:added "1.11"}
  ^double [^double a]
  (Math/tan a))

(defn asin
  "The arc sine, between -pi/2 and pi/2."
  {:added "1.11"}
  ^double [^double a]
  (Math/asin a))

(defn acos
  "The arc cosine, between 0 and pi."
  {:added "1.11"}
  ^double [^double a]
  (Math/acos a))

(defn atan
  "The arc tangent, between -pi/2 and pi/2."
  {:added "1.11"}
  ^double [^double a]
  (Math/atan a))

(defn to-radians
  "An angle in degrees as radians."
  {:added "1.11"}
  ^double [^double deg]
  (Math/toRadians deg))

(defn to-degrees
  "An angle in radians as degrees."
  {:added "1.11"}
  ^double [^double r]
  (Math/toDegrees r))

(defn exp
  "e to the power a."
  {:added "1.11"}
  ^double [^double a]
  (Math/exp a))

(defn log
  "The natural logarithm; NaN for negative numbers."
  {:added "1.11"}
  ^double [^double a]
  (Math/log a))

(defn log10
  "The logarithm to the base 10."
  {:added "1.11"}
  ^double [^double a]
  (Math/log10 a))

(defn sqrt
  "The square root; NaN for negative numbers."
  {:added "1.11"}
  ^double [^double a]
  (Math/sqrt a))

(defn cbrt
  "The cube root."
  {:added "1.11"}
  ^double [^double a]
  (Math/cbrt a))

(defn IEEE-remainder
  "The remainder by IEEE 754: dividend - divisor * n with n the integer nearest the quotient."
  {:added "1.11"}
  ^double [^double dividend ^double divisor]
  (Math/IEEEremainder dividend divisor))

(defn ceil
  "The least integer that is not below a, as a double."
  {:added "1.11"}
  ^double [^double a]
  (Math/ceil a))

(defn floor
  "The greatest integer that is not above a, as a double."
  {:added "1.11"}
  ^double [^double a]
  (Math/floor a))

(defn rint
  "The integer nearest a as a double; halfway, the even one."
  {:added "1.11"}
  ^double [^double a]
  (Math/rint a))

(defn atan2
  "The angle, in polar coordinates, of the point x, y."
  {:added "1.11"}
  ^double [^double y ^double x]
  (Math/atan2 y x))

(defn pow
  "a to the power b."
  {:added "1.11"}
  ^double [^double a ^double b]
  (Math/pow a b))

(defn round
  "The integer nearest a as a long; halfway, the one above. NaN gives 0."
  {:added "1.11"}
  ^long [^double a]
  (Math/round a))

(defn random
  "A random double from 0.0 up to but not including 1.0."
  {:added "1.11"}
  ^double []
  (Math/random))

(defn add-exact
  "The sum of two longs; throws ArithmeticException on overflow."
  {:added "1.11"}
  ^long [^long x ^long y]
  (Math/addExact x y))

(defn subtract-exact
  "The difference of two longs; throws ArithmeticException on overflow."
  {:added "1.11"}
  ^long [^long x ^long y]
  (Math/subtractExact x y))

(defn multiply-exact
  "The product of two longs; throws ArithmeticException on overflow."
  {:added "1.11"}
  ^long [^long x ^long y]
  (Math/multiplyExact x y))

(defn increment-exact
  "One more than a long; throws ArithmeticException on overflow."
  {:added "1.11"}
  ^long [^long a]
  (Math/incrementExact a))

(defn decrement-exact
  "One less than a long; throws ArithmeticException on overflow."
  {:added "1.11"}
  ^long [^long a]
  (Math/decrementExact a))

(defn negate-exact
  "The opposite of a long; throws ArithmeticException on overflow."
  {:added "1.11"}
  ^long [^long a]
  (Math/negateExact a))

(defn floor-div
  "The quotient of two longs, rounded down."
  {:added "1.11"}
  ^long [^long x ^long y]
  (Math/floorDiv x y))

(defn floor-mod
  "x - (floor-div x y) * y: it has the sign of y."
  {:added "1.11"}
  ^long [^long x ^long y]
  (Math/floorMod x y))

(defn ulp
  "The distance from d to the next larger double in magnitude."
  {:added "1.11"}
  ^double [^double d]
  (Math/ulp d))

(defn signum
  "-1.0, 0.0 or 1.0 by the sign of d; zeros and NaN are themselves."
  {:added "1.11"}
  ^double [^double d]
  (Math/signum d))

(defn sinh
  "The hyperbolic sine."
  {:added "1.11"}
  ^double [^double x]
  (Math/sinh x))

(defn cosh
  "The hyperbolic cosine."
  {:added "1.11"}
  ^double [^double x]
  (Math/cosh x))

(defn tanh
  "The hyperbolic tangent."
  {:added "1.11"}
  ^double [^double x]
  (Math/tanh x))

(defn hypot
  "The square root of x squared plus y squared, without overflow on the way."
  {:added "1.11"}
  ^double [^double x ^double y]
  (Math/hypot x y))

(defn expm1
  "e to the power x, minus 1; exact for small x."
  {:added "1.11"}
  ^double [^double x]
  (Math/expm1 x))

(defn log1p
  "The natural logarithm of 1 + x; exact for small x."
  {:added "1.11"}
  ^double [^double x]
  (Math/log1p x))

(defn copy-sign
  "magnitude with the sign of sign."
  {:added "1.11"}
  ^double [^double magnitude ^double sign]
  (Math/copySign magnitude sign))

(defn get-exponent
  "The binary exponent of d, without bias."
  {:added "1.11"}
  [^double d]
  (Math/getExponent d))

(defn next-after
  "The double next to start in the given direction."
  {:added "1.11"}
  ^double [^double start ^double direction]
  (Math/nextAfter start direction))

(defn next-up
  "The least double above d."
  {:added "1.11"}
  ^double [^double d]
  (Math/nextUp d))

(defn next-down
  "The greatest double below d."
  {:added "1.11"}
  ^double [^double d]
  (Math/nextDown d))

(defn scalb
  "d times 2 to the power scaleFactor."
  {:added "1.11"}
  ^double [^double d scaleFactor]
  (Math/scalb d (int scaleFactor)))

;; clojure.math: the functions of java.lang.Math.

(ns clojure.math
  "Mathematical functions on doubles, and exact and floor arithmetic on longs. Arguments are
  converted to doubles, or to longs.")

(def ^{:added "1.11" :const true :doc "The double nearest e, the base of natural logarithms."}
  E 2.718281828459045)

(def ^{:added "1.11" :const true :doc "The double nearest pi."}
  PI 3.141592653589793)

(defmacro ^:private defmath
  "Defines a function of java.lang.Math. A call by its name is a call of the method, whose arguments are converted one by one, before the
  next one is evaluated; the function converts them when all are there."
  [name doc params [method & args :as call]]
  (let [conversion (fn [param] (get {'double `double 'long `long} (:tag (meta param)) `int))]
    `(defn ~name
       ~doc
       {:added "1.11"
        :inline-arities #{~(count params)}
        :inline (fn [~@(map (fn [param] (with-meta param nil)) params)]
                  (list '~(symbol "java.lang.Math" (clojure.core/name method))
                        ~@(map (fn [param] (list `list (list 'quote (conversion param)) param)) params)))}
       ~params
       ~call)))

(defmath sin
  "The sine of an angle in radians."
  ^double [^double a]
  (Math/sin a))

(defmath cos
  "The cosine of an angle in radians."
  ^double [^double a]
  (Math/cos a))

(defmath tan
  "The tangent of an angle in radians."
  ^double [^double a]
  (Math/tan a))

(defmath asin
  "The arc sine, between -pi/2 and pi/2."
  ^double [^double a]
  (Math/asin a))

(defmath acos
  "The arc cosine, between 0 and pi."
  ^double [^double a]
  (Math/acos a))

(defmath atan
  "The arc tangent, between -pi/2 and pi/2."
  ^double [^double a]
  (Math/atan a))

(defmath to-radians
  "An angle in degrees as radians."
  ^double [^double deg]
  (Math/toRadians deg))

(defmath to-degrees
  "An angle in radians as degrees."
  ^double [^double r]
  (Math/toDegrees r))

(defmath exp
  "e to the power a."
  ^double [^double a]
  (Math/exp a))

(defmath log
  "The natural logarithm; NaN for negative numbers."
  ^double [^double a]
  (Math/log a))

(defmath log10
  "The logarithm to the base 10."
  ^double [^double a]
  (Math/log10 a))

(defmath sqrt
  "The square root; NaN for negative numbers."
  ^double [^double a]
  (Math/sqrt a))

(defmath cbrt
  "The cube root."
  ^double [^double a]
  (Math/cbrt a))

(defmath IEEE-remainder
  "The remainder by IEEE 754: dividend - divisor * n with n the integer nearest the quotient."
  ^double [^double dividend ^double divisor]
  (Math/IEEEremainder dividend divisor))

(defmath ceil
  "The least integer that is not below a, as a double."
  ^double [^double a]
  (Math/ceil a))

(defmath floor
  "The greatest integer that is not above a, as a double."
  ^double [^double a]
  (Math/floor a))

(defmath rint
  "The integer nearest a as a double; halfway, the even one."
  ^double [^double a]
  (Math/rint a))

(defmath atan2
  "The angle, in polar coordinates, of the point x, y."
  ^double [^double y ^double x]
  (Math/atan2 y x))

(defmath pow
  "a to the power b."
  ^double [^double a ^double b]
  (Math/pow a b))

(defmath round
  "The integer nearest a as a long; halfway, the one above. NaN gives 0."
  ^long [^double a]
  (Math/round a))

(defmath random
  "A random double from 0.0 up to but not including 1.0."
  ^double []
  (Math/random))

(defmath add-exact
  "The sum of two longs; throws ArithmeticException on overflow."
  ^long [^long x ^long y]
  (Math/addExact x y))

(defmath subtract-exact
  "The difference of two longs; throws ArithmeticException on overflow."
  ^long [^long x ^long y]
  (Math/subtractExact x y))

(defmath multiply-exact
  "The product of two longs; throws ArithmeticException on overflow."
  ^long [^long x ^long y]
  (Math/multiplyExact x y))

(defmath increment-exact
  "One more than a long; throws ArithmeticException on overflow."
  ^long [^long a]
  (Math/incrementExact a))

(defmath decrement-exact
  "One less than a long; throws ArithmeticException on overflow."
  ^long [^long a]
  (Math/decrementExact a))

(defmath negate-exact
  "The opposite of a long; throws ArithmeticException on overflow."
  ^long [^long a]
  (Math/negateExact a))

(defmath floor-div
  "The quotient of two longs, rounded down."
  ^long [^long x ^long y]
  (Math/floorDiv x y))

(defmath floor-mod
  "x - (floor-div x y) * y: it has the sign of y."
  ^long [^long x ^long y]
  (Math/floorMod x y))

(defmath ulp
  "The distance from d to the next larger double in magnitude."
  ^double [^double d]
  (Math/ulp d))

(defmath signum
  "-1.0, 0.0 or 1.0 by the sign of d; zeros and NaN are themselves."
  ^double [^double d]
  (Math/signum d))

(defmath sinh
  "The hyperbolic sine."
  ^double [^double x]
  (Math/sinh x))

(defmath cosh
  "The hyperbolic cosine."
  ^double [^double x]
  (Math/cosh x))

(defmath tanh
  "The hyperbolic tangent."
  ^double [^double x]
  (Math/tanh x))

(defmath hypot
  "The square root of x squared plus y squared, without overflow on the way."
  ^double [^double x ^double y]
  (Math/hypot x y))

(defmath expm1
  "e to the power x, minus 1; exact for small x."
  ^double [^double x]
  (Math/expm1 x))

(defmath log1p
  "The natural logarithm of 1 + x; exact for small x."
  ^double [^double x]
  (Math/log1p x))

(defmath copy-sign
  "magnitude with the sign of sign."
  ^double [^double magnitude ^double sign]
  (Math/copySign magnitude sign))

(defmath get-exponent
  "The binary exponent of d, without bias."
  [^double d]
  (Math/getExponent d))

(defmath next-after
  "The double next to start in the given direction."
  ^double [^double start ^double direction]
  (Math/nextAfter start direction))

(defmath next-up
  "The least double above d."
  ^double [^double d]
  (Math/nextUp d))

(defmath next-down
  "The greatest double below d."
  ^double [^double d]
  (Math/nextDown d))

(defmath scalb
  "d times 2 to the power scaleFactor."
  ^double [^double d scaleFactor]
  (Math/scalb d (int scaleFactor)))

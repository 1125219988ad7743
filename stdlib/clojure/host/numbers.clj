(ns clojure.host.numbers
  "Members of BigDecimal, BigInteger and the atomic numbers that are not hot."
  (:require [clojure.host.defclass :refer [extend-class fi]])
  (:import (java.math BigDecimal BigInteger MathContext RoundingMode)
           (java.util.concurrent.atomic AtomicBoolean AtomicInteger AtomicIntegerArray AtomicLong AtomicLongArray
                                        AtomicReference AtomicReferenceArray LongAdder)))

;; Short

(extend-class java.lang.Short
  :static
  (toUnsignedInt [n] (int (bit-and n 0xffff)))
  (toUnsignedLong [n] (bit-and n 0xffff))
  (compareUnsigned [a b] (int (- (bit-and a 0xffff) (bit-and b 0xffff))))
  (reverseBytes [n] (unchecked-short (bit-or (bit-shift-left (bit-and n 0xff) 8) (bit-and (bit-shift-right n 8) 0xff)))))

;; Byte, Float, Math

(extend-class java.lang.Byte
  :static
  (compareUnsigned [a b] (int (- (bit-and a 0xff) (bit-and b 0xff)))))

(extend-class java.lang.Float
  :static
  (toHexString [f]
    ;; A subnormal float has the smallest exponent of a float, as a subnormal double has that of a double.
    (let [x (double (float f))]
      (if (< 0.0 (Math/abs x) (double Float/MIN_NORMAL))
        (.replaceFirst (Double/toHexString (Math/scalb x (int -896))) "p-1022$" "p-126")
        (Double/toHexString x)))))

(extend-class java.lang.Math
  :static
  (multiplyFull [a b] (* (int a) (int b))))

(extend-class java.lang.StrictMath
  :static
  (multiplyFull [a b] (* (int a) (int b))))

;; BigDecimal

(defn- exact-integer [d]
  (if (zero? (.signum d))
    BigInteger/ZERO
    (let [whole (.toBigInteger d)]
      (if (zero? (compare d (BigDecimal. whole)))
        whole
        (throw (ArithmeticException. "Rounding necessary"))))))

(defn- exact-in-range [d low high]
  (let [n (exact-integer d)]
    (if (<= low n high) (long n) (throw (ArithmeticException. "Overflow")))))

(defn- integral-quotient [d divisor]
  (when (zero? (.signum divisor)) (throw (ArithmeticException. (if (zero? (.signum d)) "Division undefined" "Division by zero"))))
  (let [preferred (- (.scale d) (.scale divisor))
        scale (max (.scale d) (.scale divisor) 0)
        unscaled (fn [x] (.unscaledValue (.setScale x (int scale))))
        whole (BigDecimal. (.divide (unscaled d) (unscaled divisor)))]
    (cond
      (zero? (.signum whole)) (.setScale whole (int preferred))
      (>= preferred 0) (.setScale whole (int preferred))
      :else (loop [q whole]
              (if (= (.scale q) preferred)
                q
                (let [shorter (try (.setScale q (int (dec (.scale q))) RoundingMode/UNNECESSARY)
                                   (catch ArithmeticException _ nil))]
                  (if shorter (recur shorter) q)))))))

(defn- square-root
  "The square root of a positive decimal, rounded by a context of some precision."
  [d context]
  (let [stripped (.stripTrailingZeros d)
        digits (+ 2 (.getPrecision context))
        ;; An even scale with enough digits for the integer root to have all that count and two more.
        scale (let [s (+ (.scale stripped) (* 2 digits))] (if (odd? s) (inc s) s))
        [root remainder] (.sqrtAndRemainder (.unscaledValue (.setScale stripped (int scale))))
        exact (zero? (.signum remainder))
        root (BigDecimal. root (int (quot scale 2)))
        ;; A digit behind the last that says that there is more.
        root (if exact root (.add root (.scaleByPowerOfTen BigDecimal/ONE (int (- (inc (quot scale 2)))))))]
    (.round root context)))

(extend-class java.math.BigDecimal
  (toBigIntegerExact [d] (exact-integer d))
  (longValueExact [d] (exact-in-range d Long/MIN_VALUE Long/MAX_VALUE))
  (intValueExact [d] (int (exact-in-range d Integer/MIN_VALUE Integer/MAX_VALUE)))
  (shortValueExact [d] (short (exact-in-range d Short/MIN_VALUE Short/MAX_VALUE)))
  (byteValueExact [d] (byte (exact-in-range d Byte/MIN_VALUE Byte/MAX_VALUE)))
  (plus ([d] d) ([d context] (.round d context)))
  (negate [d context] (.round (.negate d) context))
  (abs [d context] (.round (.abs d) context))
  (ulp [d] (BigDecimal. BigInteger/ONE (.scale d)))
  (scaleByPowerOfTen [d n] (BigDecimal. (.unscaledValue d) (int (- (.scale d) n))))
  (divideToIntegralValue ([d divisor] (integral-quotient d divisor))
    ([d divisor context]
     (let [q (integral-quotient d divisor)]
       (if (and (pos? (.getPrecision context)) (> (.precision (.stripTrailingZeros q)) (.getPrecision context)))
         (throw (ArithmeticException. "Division impossible"))
         (if (and (pos? (.getPrecision context)) (> (.precision q) (.getPrecision context)))
           (.round q context)
           q)))))
  (remainder [d divisor context] (.subtract d (.multiply (.divideToIntegralValue d divisor context) divisor)))
  (divideAndRemainder ([d divisor]
                       (let [q (.divideToIntegralValue d divisor)]
                         (into-array BigDecimal [q (.subtract d (.multiply q divisor))])))
    ([d divisor context]
     (let [q (.divideToIntegralValue d divisor context)]
       (into-array BigDecimal [q (.subtract d (.multiply q divisor))]))))
  (pow [d n context]
    (cond
      (zero? (.getPrecision context)) (.pow d (int n))
      (neg? n) (.divide BigDecimal/ONE (.pow d (int (- n)) (MathContext. (int (+ (.getPrecision context) (count (str (abs n))) 1)))) context)
      (zero? n) BigDecimal/ONE
      :else
      ;; The algorithm of ANSI X3.274: square and multiply with a few digits more.
      (let [work (MathContext. (int (+ (.getPrecision context) (count (str n)) 1)) (.getRoundingMode context))]
        (loop [acc BigDecimal/ONE bit (dec (- 64 (Long/numberOfLeadingZeros (long n))))]
          (let [acc (if (bit-test n bit) (.multiply acc d work) acc)]
            (if (zero? bit)
              (.round acc context)
              (recur (.multiply acc acc work) (dec bit))))))))
  (sqrt [d context]
    (case (.signum d)
      -1 (throw (ArithmeticException. "Attempted square root of negative BigDecimal"))
      0 (BigDecimal. BigInteger/ZERO (int (quot (.scale d) 2)))
      (let [preferred (quot (.scale d) 2)
            unlimited (zero? (.getPrecision context))
            context (if unlimited (MathContext. (int (inc (quot (.precision d) 2))) RoundingMode/UNNECESSARY) context)
            root (try (square-root d context)
                      (catch ArithmeticException _ (throw (ArithmeticException. "Computed square root not exact."))))]
        (if (zero? (compare (.multiply root root) d))
          (let [root (.stripTrailingZeros root)
                wide (max (.scale root) preferred)
                padded (.setScale root (int wide))]
            (cond
              (and (< wide preferred) unlimited) padded
              (or unlimited (<= (.precision padded) (.getPrecision context))) padded
              :else (.setScale root (int (max (.scale root) (- (.getPrecision context) (- (.precision root) (.scale root))))))))
          root)))))

(extend-class java.math.RoundingMode
  (ordinal [mode] (int (.indexOf (vec (RoundingMode/values)) mode)))
  :static
  (values [] (into-array RoundingMode [RoundingMode/UP RoundingMode/DOWN RoundingMode/CEILING RoundingMode/FLOOR
                                       RoundingMode/HALF_UP RoundingMode/HALF_DOWN RoundingMode/HALF_EVEN
                                       RoundingMode/UNNECESSARY])))

;; BigInteger

(extend-class java.math.BigInteger
  (sqrtAndRemainder [b] (let [root (.sqrt b)] (into-array BigInteger [root (.subtract b (.multiply root root))])))
  (byteValueExact [b]
    (if (<= Byte/MIN_VALUE b Byte/MAX_VALUE) (byte (long b)) (throw (ArithmeticException. "BigInteger out of byte range"))))
  (shortValueExact [b]
    (if (<= Short/MIN_VALUE b Short/MAX_VALUE) (short (long b)) (throw (ArithmeticException. "BigInteger out of short range")))))

;; Atomics: what updates by a function that may run more than once.

(defmacro ^:private extend-atomic
  "The updates of a class whose value is compared and set; `unary` and `binary` are the methods of the
  functional interfaces."
  [class-sym unary binary]
  `(extend-class ~class-sym
     (~'getAndUpdate [a# f#]
       (let [old# (.get a#)] (if (.compareAndSet a# old# (fi f# ~unary old#)) old# (recur a# f#))))
     (~'updateAndGet [a# f#]
       (let [old# (.get a#) new# (fi f# ~unary old#)] (if (.compareAndSet a# old# new#) new# (recur a# f#))))
     (~'getAndAccumulate [a# x# f#]
       (let [old# (.get a#)] (if (.compareAndSet a# old# (fi f# ~binary old# x#)) old# (recur a# x# f#))))
     (~'accumulateAndGet [a# x# f#]
       (let [old# (.get a#) new# (fi f# ~binary old# x#)] (if (.compareAndSet a# old# new#) new# (recur a# x# f#))))
     ~@(for [m '[getPlain getAcquire getOpaque]] (list m '[a] '(.get a)))
     ~@(for [m '[setPlain setRelease setOpaque]] (list m '[a x] '(.set a x)))
     ~@(for [m '[weakCompareAndSet weakCompareAndSetPlain weakCompareAndSetVolatile weakCompareAndSetAcquire
                 weakCompareAndSetRelease]]
         (list m '[a old new] '(.compareAndSet a old new)))
     (~'compareAndExchange [a# old# new#]
       (let [seen# (.get a#)] (if (.compareAndSet a# old# new#) (if (= seen# old#) seen# old#) (.get a#))))))

(extend-atomic java.util.concurrent.atomic.AtomicLong applyAsLong applyAsLong)
(extend-atomic java.util.concurrent.atomic.AtomicInteger applyAsInt applyAsInt)
(extend-atomic java.util.concurrent.atomic.AtomicReference apply apply)
(extend-atomic java.util.concurrent.atomic.AtomicBoolean apply apply)

(extend-class java.util.concurrent.atomic.LongAdder
  (reset [a] (.add a (- (.sum a))))
  (sumThenReset [a] (let [n (.sum a)] (.add a (- n)) n)))

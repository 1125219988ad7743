;; Arrays whose elements change atomically.
(import '(java.util.concurrent.atomic AtomicIntegerArray AtomicLongArray AtomicReferenceArray)
        '(java.util.function BinaryOperator IntBinaryOperator IntUnaryOperator LongUnaryOperator UnaryOperator))

(let [a (AtomicIntegerArray. 2) l (AtomicLongArray. (long-array [1 Long/MAX_VALUE])) r (AtomicReferenceArray. (object-array [:a nil]))]
  (prn (.compareAndExchange a 0 0 5) (.compareAndExchange a 0 0 6) (.get a 0) (.compareAndSet a 0 5 Integer/MAX_VALUE) (.weakCompareAndSetPlain a 0 1 2)
       (.incrementAndGet a 0) (.getAndDecrement a 0) (.getAndAdd a 1 -3) (.addAndGet a 1 10) (class (.get a 1)) (str a))
  (prn (.updateAndGet a 1 (reify IntUnaryOperator (applyAsInt [_ x] (int (* x 2)))))
       (.getAndUpdate a 1 (reify IntUnaryOperator (applyAsInt [_ x] (int 0))))
       (.accumulateAndGet a 1 4 (reify IntBinaryOperator (applyAsInt [_ x y] (int (- x y)))))
       (.getAndAccumulate a 1 4 (reify IntBinaryOperator (applyAsInt [_ x y] (int 1)))) (.getPlain a 1) (.length a))
  (prn (.incrementAndGet l 1) (.getAndSet l 0 9) (.updateAndGet l 0 (reify LongUnaryOperator (applyAsLong [_ x] (inc x)))) (str l))
  (.setRelease r 1 "x")
  (prn (.compareAndExchange r 0 :a :b) (.compareAndSet r 0 :a :c) (.getAndUpdate r 0 (reify UnaryOperator (apply [_ x] [x])))
       (.accumulateAndGet r 1 "y" (reify BinaryOperator (apply [_ x y] (str x y)))) (str r)))

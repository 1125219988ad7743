(ns clojure.host.summaries
  "Sums and averages of java.util.stream, IntSummaryStatistics and its kin. Sums of ints and longs wrap around, those of
  doubles carry along what each addition lost."
  (:require [clojure.host.defclass :refer [defclass]]))

;; The sum so far, what is lost of it, and the sum as it would be without that: where the first two end as no number, the
;; third may be infinite.

(defn- compensated [{:keys [sum lost simple]} x]
  (let [sum (double sum) x (double x)
        more (- x (double lost))
        total (+ sum more)]
    {:sum total :lost (- (- total sum) more) :simple (+ (double simple) x)}))

(def ^:private nothing {:sum 0.0 :lost 0.0 :simple 0.0})

(defn- sum-of [{:keys [sum lost simple]}]
  (let [total (- (double sum) (double lost))]
    (if (and (Double/isNaN total) (Double/isInfinite simple)) simple total)))

(defn total
  "The sum of items of that kind."
  [kind items]
  (case kind
    :int (reduce (fn [sum x] (unchecked-add-int (int sum) (int x))) (int 0) items)
    :long (reduce (fn [sum x] (unchecked-add (long sum) (long x))) 0 items)
    (sum-of (reduce compensated nothing items))))

(defn average
  "The average of some items of that kind, a double. Ints add up to a long."
  [kind items]
  (/ (double (total (if (= kind :int) :long kind) items)) (count items)))

(defn- refuse [message] (throw (IllegalArgumentException. message)))

(defn- within [low high n sum least most]
  (cond (neg? n) (refuse "Negative count value")
        (zero? n) [least most]
        (> low high) (refuse "Minimum greater than maximum")
        (apply not= (map NaN? [low high sum])) (refuse "Some, not all, of the minimum, maximum, or sum is NaN")
        :else [low high]))

(defmacro ^:private def-statistics
  "Defines IntSummaryStatistics and its kin: `number` converts, `least` and `greatest` are those of nothing,
  `directive` is how a number is printed; `zero` is the state of the sum at the start, `add` puts a number into it, `join`
  another state, `sum` reads it."
  [class-sym {:keys [number zero add join sum least greatest least-of greatest-of directive] :or {least-of `min greatest-of `max}}]
  `(defclass ~class-sym [~@(map (fn [field] (with-meta field {:unsynchronized-mutable true})) '[n state low high])]
     (~'accept [_# x#]
       (let [x# (~number x#)]
         (set! ~'n (inc ~'n))
         (set! ~'state (~add ~'state x#))
         (set! ~'low (~least-of ~'low x#))
         (set! ~'high (~greatest-of ~'high x#))
         nil))
     (~'sum-state [_#] ~'state)
     (~'combine [_# o#]
       (set! ~'n (+ ~'n (.getCount o#)))
       (set! ~'state (~join ~'state (.sum-state o#)))
       (set! ~'low (~least-of ~'low (.getMin o#)))
       (set! ~'high (~greatest-of ~'high (.getMax o#)))
       nil)
     (~'getCount [_#] ~'n)
     (~'getSum [_#] (~sum ~'state))
     (~'getMin [_#] (~number ~'low))
     (~'getMax [_#] (~number ~'high))
     (~'getAverage [this#] (if (zero? ~'n) 0.0 (/ (double (.getSum this#)) ~'n)))
     (~'toString [this#]
       (format ~(str (.getSimpleName (resolve class-sym)) "{count=%d, sum=" directive ", min=" directive ", average=%f, max=" directive "}")
               ~'n (.getSum this#) (.getMin this#) (.getAverage this#) (.getMax this#)))
     :static
     (~'new ([] (. ~class-sym (~'<init> 0 ~zero ~least ~greatest)))
       ([n# low# high# sum#]
        (let [[low# high#] (within low# high# n# sum# ~least ~greatest)]
          (. ~class-sym (~'<init> n# (if (zero? n#) ~zero (~add ~zero sum#)) low# high#)))))))

(def-statistics java.util.IntSummaryStatistics
  {:number int :zero 0 :add unchecked-add :join unchecked-add :sum identity
   :least Integer/MAX_VALUE :greatest Integer/MIN_VALUE :directive "%d"})
(def-statistics java.util.LongSummaryStatistics
  {:number long :zero 0 :add unchecked-add :join unchecked-add :sum identity
   :least Long/MAX_VALUE :greatest Long/MIN_VALUE :directive "%d"})

(defn- joined
  "A sum with another sum and, taken away, what that one lost."
  [state {:keys [sum lost simple]}]
  (assoc (compensated (compensated state sum) (- (double lost))) :simple (+ (double (:simple state)) (double simple))))

(def-statistics java.util.DoubleSummaryStatistics
  {:number double :zero nothing :add compensated :join joined :sum sum-of
   ;; These know that -0.0 is less than 0.0.
   :least ##Inf :greatest ##-Inf :least-of Math/min :greatest-of Math/max :directive "%f"})

(defn statistics
  "The statistics of items of that kind."
  [kind items]
  (let [all (case kind
              :int (java.util.IntSummaryStatistics.)
              :long (java.util.LongSummaryStatistics.)
              (java.util.DoubleSummaryStatistics.))]
    (run! (fn [x] (.accept all x)) items)
    all))

;; Specs of values in a range, and examples of what conforms: int-in, inst-in, double-in, exercise.

(in-ns 'clojure.spec.alpha)

(defn int-in-range?
  "Is val a fixed-precision integer from start, included, to end, excluded?"
  [start end val]
  (c/and (int? val) (<= start val) (< val end)))

(defmacro int-in
  "The spec of fixed-precision integers from start, included, to end, excluded."
  [start end]
  `(spec (and int? #(int-in-range? ~start ~end %))
     :gen #(gen/large-integer* {:min ~start :max (dec ~end)})))

(defn inst-in-range?
  "Is the instant inst at or after start, and before end?"
  [start end inst]
  (c/and (inst? inst)
         (<= (inst-ms start) (inst-ms inst))
         (< (inst-ms inst) (inst-ms end))))

(defmacro inst-in
  "The spec of instants from start, included, to end, excluded."
  [start end]
  `(let [least# (inst-ms ~start) most# (inst-ms ~end)]
     (spec (and inst? #(inst-in-range? ~start ~end %))
       :gen #(gen/fmap (fn [ms#] (java.util.Date. (long ms#)))
                       (gen/large-integer* {:min least# :max (dec most#)})))))

(defmacro double-in
  "The spec of doubles. :min and :max are the least and the greatest, included; :infinite? and :NaN?
  say whether infinite values and NaN conform, and are true at first."
  [& {:keys [infinite? NaN? min max]
      :or {infinite? true NaN? true}
      :as m}]
  `(spec (and double?
              ~@(when-not infinite? [`#(not (~'Double/isInfinite %))])
              ~@(when-not NaN? [`#(not (~'Double/isNaN %))])
              ~@(when max [`#(<= % ~max)])
              ~@(when min [`#(<= ~min %)]))
     :gen #(gen/double* ~m)))

(defn exercise
  "n (10) pairs of a value that the generator of the spec makes and what it conforms to. overrides
  as for gen."
  ([spec] (exercise spec 10))
  ([spec n] (exercise spec n nil))
  ([spec n overrides]
   (map #(vector % (conform spec %)) (gen/sample (gen spec overrides) n))))

(defn exercise-fn
  "n (10) pairs of generated arguments and what the function returned for them. The function is that
  of the symbol, whose spec says what arguments it takes, or one given with its fspec."
  ([sym] (exercise-fn sym 10))
  ([sym n] (exercise-fn sym n (get-spec sym)))
  ([sym-or-f n fspec]
   (let [f (if (symbol? sym-or-f) (resolve sym-or-f) sym-or-f)]
     (if-let [arg-spec (c/and fspec (:args fspec))]
       (for [args (gen/sample (gen arg-spec) n)]
         [args (apply f args)])
       (throw (Exception. "No :args spec found, can't generate"))))))

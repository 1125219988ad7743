;; The order in which some-fn and every-pred ask.
(doseq [[label make answer] [['some-fn some-fn false] ['every-pred every-pred true]]
        preds (range 1 6) args (range 0 6)]
  (let [calls (atom [])
        f (apply make (map (fn [p] (fn [x] (swap! calls conj [p x]) answer)) (range preds)))
        result (apply f (range args))]
    (println label preds args result (map (fn [[p x]] (symbol (str p "-" x))) @calls))))

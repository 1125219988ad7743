;; set! of another object's field: only a mutable one can be set.
(defn outcome [f] (try (f) (catch Throwable e [(class e) (ex-message e)])))

(deftype Point [x ^long y ^String name])
(defrecord Pair [a b])

(let [p (identity (->Point 1 2 "p")) r (identity (->Pair 1 2))]
  (println (outcome #(set! (.x p) 5)))
  (println (outcome #(set! (.-x p) nil)))
  (println (outcome #(set! (.y p) 5)))
  (println (outcome #(set! (. p name) "q")))
  (println (outcome #(set! (.-a r) 7)))
  (println (.x p) (.y p) (.name p) r))

;; What a ref tells of its history is an Integer.
(def r (ref 1 :min-history 2 :max-history 7))
(prn (map (juxt identity class) [(ref-min-history r) (ref-max-history r) (ref-history-count (ref 1)) (ref-min-history (ref 1)) (ref-max-history (ref 1))]))
(prn (identical? r (ref-min-history r 3)) (ref-min-history r))

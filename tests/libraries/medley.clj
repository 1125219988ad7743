(ns libraries.medley
  (:require [medley.core :as m]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(show (m/find-first even? [1 3 4 5]) (m/dissoc-in {:a {:b {:c 1 :d 2}}} [:a :b :c]) (m/dissoc-in {:a {:b 1}} [:a :b])
      (m/assoc-some {:a 1} :b nil :c 3)
      (m/map-entry :a 1) (m/map-kv (fn [k v] [v k]) {:a 1 :b 2}) (m/map-keys name {:a 1 :b 2}) (m/map-vals inc {:a 1 :b 2})
      (m/filter-kv (fn [k v] (and (keyword? k) (odd? v))) {:a 1 :b 2})
      (m/filter-keys #{:a} {:a 1 :b 2}) (m/filter-vals odd? {:a 1 :b 2}) (m/remove-kv (fn [k v] (= v 1)) {:a 1 :b 2})
      (m/remove-keys #{:a} {:a 1 :b 2}) (m/remove-vals odd? {:a 1 :b 2}) (seq (m/queue [1 2 3])) (m/queue? (m/queue))
      (peek (m/queue [7 8])) (m/boolean? true) (m/least 3 1 2) (m/greatest 3 1 2) (m/least) (m/mapply (fn [& {:keys [a b]}] [a b]) {:a 1 :b 2})
      (m/interleave-all [1 2 3] [:a]) (m/distinct-by even? [1 2 3 4])
      (into [] (m/distinct-by count) ["a" "b" "cc"]) (m/dedupe-by even? [1 3 2 4 5]) (m/take-upto even? [1 3 4 5])
      (m/drop-upto even? [1 3 4 5 6]) (into [] (m/take-upto zero?) [1 0 2]) (m/indexed [:a :b]) (m/abs -5) (m/deref-swap! (atom 1) inc) (m/deref-reset! (atom 1) 9)
      (m/ex-message (ex-info "m" {:a 1})) (ex-message (m/ex-cause (Exception. "x" (Exception. "y")))) (m/uuid? (m/random-uuid))
      (m/uuid "00000000-0000-0000-0000-000000000001")
      (sequence (m/indexed) [:x :y]))

; Records: construction, field access by keyword and by member, assoc, equality.
(ns bench.records)

(defrecord Point [x y])
(defrecord Body [position velocity mass])

(defn move [body]
  (let [p (:position body) v (:velocity body)]
    (assoc body :position (->Point (rem (+ (:x p) (:x v)) 100) (rem (+ (:y p) (:y v)) 100)))))

(defn distance [^Point p] (+ (.-x p) (.-y p)))

(defn run []
  (loop [i 0 body (->Body (->Point 0 0) (->Point 1 2) 5) sum 0]
    (if (< i 40000)
      (recur (inc i) (move body)
             (+ sum (distance (:position body)) (:mass body)
                (if (= (:position body) (:velocity body)) 1 0)))
      sum)))

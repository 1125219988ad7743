; Multimethods by keyword, by class and by a vector, with a hierarchy and a default.
(ns bench.multimethods)

(defmulti area :shape)
(defmethod area :square [{:keys [side]}] (* side side))
(defmethod area :rectangle [{:keys [width height]}] (* width height))
(defmethod area :default [_] 0)

(derive ::poodle ::dog)
(derive ::dog ::animal)
(defmulti legs identity)
(defmethod legs ::animal [_] 4)
(defmethod legs ::bird [_] 2)

(defmulti meet (fn [a b] [(:kind a) (:kind b)]))
(defmethod meet [:cat :dog] [_ _] 3)
(defmethod meet [:dog :cat] [_ _] 5)
(defmethod meet [:dog :dog] [_ _] 1)

(defn run []
  (let [square {:shape :square :side 3}
        rectangle {:shape :rectangle :width 2 :height 4}
        other {:shape :circle}
        cat {:kind :cat} dog {:kind :dog}]
    (loop [i 0 sum 0]
      (if (< i 20000)
        (recur (inc i)
               (+ sum (area square) (area rectangle) (area other)
                  (legs ::poodle) (legs ::bird)
                  (meet cat dog) (meet dog cat) (meet dog dog)))
        sum))))

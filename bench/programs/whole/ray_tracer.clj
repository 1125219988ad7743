;; A small ray tracer: vectors of doubles as maps and vectors.
(ns bench.ray_tracer)

(defn- add [[a b c] [d e f]] [(+ a d) (+ b e) (+ c f)])
(defn- minus [[a b c] [d e f]] [(- a d) (- b e) (- c f)])
(defn- scale [[a b c] k] [(* a k) (* b k) (* c k)])
(defn- dot [[a b c] [d e f]] (+ (* a d) (* b e) (* c f)))
(defn- unit [v] (scale v (/ 1.0 (Math/sqrt (dot v v)))))

(def ^:private spheres
  [{:center [0.0 -1.0 6.0] :radius 1.0 :color [1.0 0.2 0.2] :shine 0.3}
   {:center [2.0 0.0 7.0] :radius 1.5 :color [0.2 0.2 1.0] :shine 0.2}
   {:center [-2.0 0.0 5.0] :radius 1.0 :color [0.2 1.0 0.2] :shine 0.4}
   {:center [0.0 -101.0 6.0] :radius 99.5 :color [0.8 0.8 0.2] :shine 0.1}])

(def ^:private light (unit [1.0 2.0 -2.0]))

(defn- hit [origin direction {:keys [center radius]}]
  (let [to (minus origin center)
        b (dot to direction)
        c (- (dot to to) (* radius radius))
        d (- (* b b) c)]
    (when (pos? d)
      (let [t (- (- b) (Math/sqrt d))]
        (when (> t 0.001) t)))))

(defn- nearest [origin direction]
  (reduce (fn [best sphere]
            (let [t (hit origin direction sphere)]
              (if (and t (or (nil? best) (< t (:t best)))) {:t t :sphere sphere} best)))
          nil spheres))

(defn- trace [origin direction depth]
  (if-let [{:keys [t sphere]} (nearest origin direction)]
    (let [point (add origin (scale direction t))
          normal (unit (minus point (:center sphere)))
          lit (if (nearest point light) 0.1 (max 0.1 (dot normal light)))
          own (scale (:color sphere) lit)]
      (if (< depth 2)
        (let [reflected (minus direction (scale normal (* 2.0 (dot normal direction))))]
          (add (scale own (- 1.0 (:shine sphere)))
               (scale (trace point (unit reflected) (inc depth)) (:shine sphere))))
        own))
    [0.4 0.6 0.9]))

(defn run []
  (let [size 900]
    (long (reduce + (for [y (range size) x (range size)]
                      (let [direction (unit [(/ (- x (/ size 2)) (double size)) (/ (- (/ size 2) y) (double size)) 1.0])]
                        (reduce + (scale (trace [0.0 0.0 0.0] direction 0) 255.0))))))))

;; (.name x) calls a method where the class has one that takes no arguments, also of Object and of what every record is;
;; (.-name x) reads the field.
(ns fields-named-as-methods)

(defrecord Measures [count size values meta seq hash hashCode toString keySet isEmpty getClass hasheq entrySet iterator length])
(deftype Plain [count size toString hashCode getClass meta])
(deftype Counted [count seq] clojure.lang.Counted (count [_] 42))
(deftype Described [foo valAt meta] clojure.lang.IObj (meta [_] {:m 1}) (withMeta [t _] t))

(def r (apply ->Measures (map (fn [i] (str "f" i)) (range 15))))
(def p (apply ->Plain (map (fn [i] (str "f" i)) (range 6))))

(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println '~form (pr-str (try ~form (catch Throwable e# (class e#))))))))

(show (.count r) (.size r) (first (.values r)) (.meta r) (count (.seq r)) (.hash r) (int? (.hasheq r)) (integer? (.hashCode r))
      (count (.keySet r)) (.isEmpty r) (.getClass r) (count (.entrySet r)) (.hasNext (.iterator r)) (.length r))
(show (.-count r) (.-size r) (.-values r) (.-meta r) (.-hashCode r) (.-getClass r) (.-iterator r) (. r count) (. r -count) (. r (count))
      (:count r) (:size r))
(show (.count ^Measures r) (.-count ^Measures r))
(show (.count p) (.size p) (.meta p) (string? (.toString p)) (= "f2" (.toString p)) (integer? (.hashCode p)) (.getClass p) (.-toString p)
      (.-hashCode p))
(show (.count (Counted. 1 2)) (.-count (Counted. 1 2)) (.seq (Counted. 1 2)))
(show (.meta (Described. 1 2 3)) (.-meta (Described. 1 2 3)))

;; What a test and a branch read is read once only where it is a field.
(defn iterators [^Measures m]
  (if (.iterator m) (identical? (.iterator m) (.iterator m)) :none))
(defn count-of [^Measures m]
  (if (= 15 (.count m)) [(.count m) (.-count m)] :field))
(show (iterators r) (count-of r))

;; The same place, several classes.
(show (mapv (fn [x] (.count x)) [r p (Counted. 1 2) [1 2 3] r p {:a 1}])
      (mapv (fn [x] (.-count x)) [r p (Counted. 1 2)]))

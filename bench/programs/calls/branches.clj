; case, cond, condp, and, or, when-let, if-let over numbers and keywords.
(ns bench.branches)

(defn step [token acc]
  (case token
    :push (inc acc)
    :pop (dec acc)
    :double (if (and (pos? acc) (< acc 1000)) (* 2 acc) acc)
    :clear 0
    acc))

(defn digit-name-length [n]
  (case n 0 4, 1 3, 2 3, 3 5, 4 4, 5 4, 6 3, 7 5, 8 5, 9 4))

(defn size-class [n]
  (cond
    (neg? n) :negative
    (zero? n) :clear
    (or (= n 7) (= n 11)) :double
    (and (odd? n) (> n 5)) :push
    :else :pop))

(defn weight [k]
  (condp = k :negative 1 :clear 2 :double 3 :push 4 5))

(defn run []
  (let [tokens [:push :double :noop :pop :push :clear]]
    (loop [i 0 acc 1 sum 0]
      (if (< i 60000)
        (let [acc (step (nth tokens (rem i 6)) acc)
              kind (size-class (- (rem i 20) 3))]
          (recur (inc i) acc
                 (+ sum acc (digit-name-length (rem i 10)) (weight kind)
                    (if-let [bonus (when (= kind :push) 2)] bonus 0))))
        sum))))

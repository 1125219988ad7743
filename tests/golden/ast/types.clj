(deftype* user/P user.P [x ^:unsynchronized-mutable y] :implements [clojure.lang.Counted] (count [this] (set! y x)) (foo [_ a] [a y]) (foo [this a b] (recur b a)) (make [_ x] (new P x)) (close [_] (fn* [] x)))
(let* [a 1] (reify* [clojure.lang.Counted] (count [this] a)))

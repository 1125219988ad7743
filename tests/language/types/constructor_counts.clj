;; A constructor of a type or record with a number of arguments that it does not take is refused where it is compiled.
(defn mistake [form]
  (try (eval form) (catch Exception e [(clojure.string/replace (ex-message e) #"\(.*/" "(") (ex-message (ex-cause e)) (:clojure.error/symbol (ex-data e))])))
(deftype T [a b])
(defrecord R [a])
(println (mistake '(fn [] (T. 1))))
(println (mistake '(when false (T. 1 2 3))))
(println (mistake '(fn [] (new R 1 2))))
(println (mistake '(fn [] (R.))))
(println (mistake '(fn [] (user.R.))))
(println (mistake '(fn [x] (R. (unknown x)))))
(println (fn? (mistake '(fn [] (R. 1 {} {} 0 0)))) (fn? (mistake '(fn [] (R. 1 nil nil)))) (.a (T. 1 2)))
;; In its own methods a type has the fields that it is about to have.
(definterface Copied (copy []))
(deftype T [a b c] Copied (copy [_] (T. c b a)))
(println (.a (.copy (T. 1 2 3))) (mistake '(fn [] (T. 1 2))))

;; loop takes its targets apart before it expands into let, whose spec would refuse them otherwise.
(defn said [form]
  (println form (try (eval form)
                     (catch Throwable e
                       (let [cause (loop [e e] (if (instance? clojure.lang.Compiler$CompilerException e) (recur (ex-cause e)) e))]
                         [(class cause) (ex-message cause)])))))
(run! said '[(loop [[v :as] 1] 1) (loop [[v :as 1] 1] 1) (loop [[a & b c] 1] a) (loop [[[v :as]] 1] 1) (loop [[:as] 1] 1) (let [[v :as] 1] 1)
             (loop [[a & b :as all] [1 2]] [a b all]) (loop [nil 1] 1) (loop [[a :b] 1] a) (loop [{:as 1} {}] 1) (loop [1 2] 1)])

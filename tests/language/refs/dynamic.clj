; Dynamic variables, binding, with-redefs, var functions.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(def ^:dynamic *x* 1)
(def ^:dynamic *y*)
(def z 1)
(defn get-x [] *x*)
(show *x* (get-x) (binding [*x* 2] (get-x)) (binding [*x* 2] (binding [*x* 3] (get-x))) (binding [*x* 2 *y* *x*] *y*) (binding [*x* 2] (set! *x* 5) (get-x)) *x* (set! *x* 1) (binding [z 2] z) (bound? #'*y*) (binding [*y* 1] (bound? #'*y*)) (thread-bound? #'*x*) (binding [*x* 1] (thread-bound? #'*x*)) (var-get #'*x*) (binding [*x* 9] (var-get #'*x*)) (binding [*x* 2] ((bound-fn [] *x*))) (let [f (binding [*x* 2] (bound-fn [] *x*))] (f)) (let [f (binding [*x* 2] (fn [] *x*))] (f)) (binding [*x* 2] @(future *x*)) (with-redefs [z 5] z) z (with-redefs [get-x (fn [] :redef)] (get-x)) (get-x) (try (with-redefs [z 6] (throw (Exception.))) (catch Exception e z)) (try (binding [*x* 6] (throw (Exception.))) (catch Exception e *x*)) (with-bindings {#'*x* 7} (get-x)) (with-bindings* {#'*x* 8} get-x) (alter-var-root #'z inc) z (doall (binding [*x* 5] (map (fn [_] *x*) [1]))) (binding [*x* 5] (doall (map (fn [_] *x*) [1]))) (with-local-vars [l 1] (var-set l 5) (var-get l)) (with-local-vars [l 1] @l) (get (get-thread-bindings) #'*x*) (binding [*x* 3] (get (get-thread-bindings) #'*x*)) (intern *ns* 'zz 5) zz (find-var 'user/z) (resolve 'z) (resolve 'nope) @(resolve 'z) (var? #'z) (deref #'z) (#'get-x) (.sym #'z) (str #'z) (= #'z (var z)) (ifn? #'z) (fn? #'z) (defonce once 1) (defonce once 2) once (declare later) (bound? #'later) (def later 5) later (var-set #'z 1) (map #'get-x [1]) (apply #'+ [1 2]) (ns-unmap *ns* 'once) (resolve 'once) (binding [*print-length* 2 *x* 4] (pr-str (range 5) *x*)))
(show *command-line-args* (ns-name *ns*) *warn-on-reflection* *print-length* *print-level* *assert* *1)
(shutdown-agents)
;; A pop without a push is an exception, and the program goes on.
(defn in-thread [f]
  (let [result (promise)]
    (doto (Thread. (fn [] (deliver result (try (f) (catch Exception e (class e)))))) .start .join)
    @result))
(def ^:dynamic *unmatched* :root)
(show (in-thread (fn [] (binding [*unmatched* 1] (binding [*unmatched* 2] (pop-thread-bindings) *unmatched*)))))
(show (in-thread (fn [] (dotimes [_ 20] (pop-thread-bindings)) :popped)))


; A vector of entries is associative, too.
(defmacro told [form] `(prn (try ~form (catch Throwable e# [(class e#) (ex-message e#)]))))
(told (with-bindings [(first {#'*print-length* 1})] *print-length*))
(told (with-bindings [] 1))
(told (with-bindings [[#'*print-length* 1]] 1))
(told (with-bindings [{:a 1} 1] 1))
(told (with-bindings [nil] 1))
(told (with-bindings {nil 1} 1))
(told (with-bindings [(first {nil 1})] 1))
(told (push-thread-bindings [1]))

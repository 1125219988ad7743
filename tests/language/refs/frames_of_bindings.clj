;; What push-thread-bindings and its kin take: an associative collection of vars, and not nil.
(defn fault [f] (try (f) (catch Throwable e [(class e) (ex-message e)])))
(def ^:dynamic *depth* 0)

(doseq [given [nil 1 "text" :key '(1) #{#'*depth*} {:no-var 1} {#'inc 1}]]
  (prn given
       (= (fault #(push-thread-bindings given)) (fault #(with-bindings* given vector)))
       (let [[cls] (fault #(push-thread-bindings given))] cls)))
(prn (fault #(push-thread-bindings nil)))
(prn (fault #(push-thread-bindings 7)))
(prn (fault #(push-thread-bindings '(7))))
(prn (fault #(with-bindings* nil vector 1)))
(prn (with-bindings* {#'*depth* 1} (fn [x] [x *depth*]) :x) *depth*)
(prn (with-bindings* {} vector 1) (with-bindings (sorted-map) *depth*))
(prn (with-bindings (array-map #'*depth* 2) (with-bindings (hash-map #'*depth* 3) *depth*)))

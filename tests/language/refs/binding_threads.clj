;; A thread that adopts the bindings of another reads them, but only the one that made a binding may set! it.

(def ^:dynamic *level* 0)

(defn- told [f]
  (try (f) (catch Throwable e [(class e) (.getMessage e)])))

(defn- in-future [f]
  (deref (future (told f))))

(binding [*level* 1]
  (prn (set! *level* 2) *level*)
  (prn (in-future #(do *level*)))
  (prn (in-future #(set! *level* 3)))
  (prn (in-future #(var-set #'*level* 3)))
  (prn (in-future #(binding [*level* 7] (set! *level* 8) *level*)))
  (prn (in-future (bound-fn [] (set! *level* 9) *level*)))
  (prn (in-future #(with-bindings {#'*level* 4} (set! *level* 5) *level*)))
  (prn (told #(doall (pmap (fn [x] (told (fn [] (set! *level* x)))) [1 2]))))
  (let [a (agent 0)]
    (send a (fn [_] (told #(set! *level* 6))))
    (await a)
    (prn @a))
  (prn *level*))

(with-local-vars [x 1]
  (prn (in-future #(var-get x)) (in-future #(var-set x 2)) @x (var-set x 3) @x))

(prn (in-future #(in-ns 'made.there)))
(prn (in-future #(set! *warn-on-reflection* true)))
(prn (in-future #(binding [*ns* *ns*] (in-ns 'made.there) (ns-name *ns*))))
(prn (in-future #(load-string "(inc 1)")))
(prn (ns-name *ns*))
(shutdown-agents)

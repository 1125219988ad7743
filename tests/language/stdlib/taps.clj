(let [p (promise)] (add-tap (fn [x] (deliver p x))) (prn (tap> nil)) (prn (deref p 60000 :none)))
(def got (atom []))
(def blocked (promise))
(def stop (promise))
(add-tap (fn [x] (when (= x :block) (deliver blocked 1) @stop) (swap! got conj x)))
(tap> :block)
@blocked
(prn (frequencies (repeatedly 1030 #(tap> 1))))
(deliver stop 1)
(while (< (count @got) 1025) (Thread/sleep 1))
;; not held back in a transaction or an action
(let [p (promise)]
  (add-tap (fn [x] (when (vector? x) (deliver p x))))
  (dosync (tap> [1]) (prn (deref p 60000 :none))))
(def ^:dynamic *where* :root)
(let [p (promise)]
  (add-tap (fn [x] (when (= x :where) (deliver p *where*))))
  (binding [*where* :bound] (tap> :where))
  (prn (deref p 60000 :none)))
(let [p (promise)] (add-tap (fn [x] (when (= x :name) (deliver p (.getName (Thread/currentThread)))))) (tap> :name) (prn @p))
; What is sent is not asked whether it equals anything.
(deftype Incomparable []
  clojure.lang.IPersistentCollection
  (count [_] 0) (cons [_ o] nil) (empty [_] nil) (seq [_] nil)
  (equiv [_ o] (throw (Error. "not to be compared"))))
(let [p (promise)]
  (add-tap (fn [x] (when (instance? Incomparable x) (deliver p :delivered))))
  (tap> (Incomparable.))
  (prn (deref p 60000 :none)))
(shutdown-agents)

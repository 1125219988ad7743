; Which of several wrong arguments is refused, and what the last of an odd number of keys is called.
(require (quote [clojure.set :as set]) (quote [clojure.spec.alpha :as s]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(prn (try ~form (catch Throwable t# [(class t#) (clojure.string/replace (str (.getMessage t#)) #" \(.*" "")]))))))

(show
 (alter nil true) (alter 1 true) (commute nil true) (swap! nil true) (swap! 1 true) (swap-vals! nil true) (alter-var-root nil true)
 (set-error-handler! nil true) (into-array true true) (into-array nil true) (into-array true [1])
 (set/superset? true 0) (set/subset? true 0) (set/superset? #{1 2} #{1}) (set/superset? #{1} #{1 2})
 (hash-ordered-coll (java.util.HashMap.)) (hash-unordered-coll (java.util.HashMap.)) (hash-unordered-coll (java.util.ArrayList. [1 2]))
 (vary-meta 1 (fn [_] 1)) (vary-meta 1 (fn [_] {})) (vary-meta [] (fn [_] 1)) (vary-meta nil (fn [_] 1))
 (nth 1 -1 nil) (nth {} -1 :a) (nth #{} -1 :a) (nth {} 0 :a) (nth "abc" -1 :a)
 (clojure.lang.PersistentHashMap/create (list nil)) (clojure.lang.PersistentHashMap/create (list "a")) (hash-map nil) (hash-map "a"))

(show
 (s/with-gen :no/spec nil) (string? (str (s/nonconforming nil))) (s/conform (s/nonconforming (s/or :n int? :s string?)) 1))

;; A name that begins with a dot is a method's, when no macro has it.
(ns-unmap *ns* '..)
(definline .. [])
(show (eval '(.. 1 toString)) (ns-interns 'user))

(show (vec (keys [nil])) (vec (vals [nil])) (first (keys [1])))

;; An agent's actions that wait.
(let [a (agent 1) p (promise)]
  (send a (fn [_] @p))
  (send a inc)
  (let [n (.getQueueCount a)]
    (deliver p 5)
    (await1 a)
    (prn n @a @(await1 (agent 2)) (class (await1 a)))))

(show
 (ref-min-history "" "") (ref-max-history [] :a) (ref-min-history (ref 1) "") (alter (ref 1) "") (commute (ref 1) 1) (swap! (atom 1) "")
 (float-array Long/MAX_VALUE "") (int-array -1 0) (vec (int-array 2.7 0)))
(shutdown-agents)

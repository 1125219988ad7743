;; nil called as a function: the exception tells where it came from, as the JVM's does.
(defmacro each [& forms]
  `(do ~@(for [form forms] `(println (pr-str '~form) "=>" (try (pr-str ~form) (catch NullPointerException e# (ex-message e#)))))))
(def missing nil)
(def ^:dynamic *missing* nil)
(defn call [f x] (f x))
(defn call-later [a-f?] (fn [x] (a-f? x)))
(defn call-option [x & {:keys [done]}] (done x))
(defn in-try [f] (try (f 1) (catch ArithmeticException e e)))
(defn in-inner-try [f] (println (try (f 1) (catch ArithmeticException e e))))
(defn in-statement-try [f] (try (f 1) (catch ArithmeticException e e)) nil)
(defn in-loop [f] (loop [i 0] (f i)))
(defn in-inner-loop [f] (println (loop [i 0] (f i))))
(defn in-statement-loop [f] (doseq [x [1]] (f x)) nil)
(defn in-let [f] (let [g f] (g)))
(deftype Held [f-x ^:unsynchronized-mutable g]
  Runnable (run [_] (f-x 1))
  java.util.concurrent.Callable (call [_] (g)))
(defprotocol Named (named [x]))
(extend-protocol Named Long (named [x] nil))
;; Locals, with the JVM's names; those of a function around are fields.
(each (call nil 1) ((call-later nil) 1) (call-option 1) (in-try nil) (in-inner-try nil) (in-statement-try nil)
      (in-loop nil) (in-inner-loop nil) (in-statement-loop nil) (in-let nil)
      (.run (Held. nil nil)) (.call (Held. nil nil)) (let [f nil] (.run (reify Runnable (run [_] (f)))))
      (let [it's nil] (it's 1)) (letfn [(g [f] (f 1 2 3))] (g nil)) (let [f nil] (mapv (fn [x] (f x)) [1])) (let [f nil] @(delay (f)))
      (let [{:keys [f]} {}] (f)) (let [[f] []] (-> 1 f)) (let [f nil] (binding [*print-length* 1] (f))))
;; Vars.
(each (missing 1) (*missing* 1) (binding [*missing* nil] (*missing*)) (#'missing 1 2) (let [v #'missing] (v)) (map #'missing [1])
      (apply #'missing [1]))
;; Values of calls.
(each ((identity nil) 1) ((first []) 1 2) (((fn [] nil))) ((get {} :a) 1) ((get {} :a nil) 1) ((nth [nil] 0) 1) ((nth [nil] 0 nil) 1)
      (({} :a) 1) ((:a {} nil) 1) (@(atom nil) 1) ((do 1 (identity nil)) 1) ((let [x 1] (identity nil)) 1) ((let [x nil] x) 1)
      ((do nil) 1) ((try nil (finally 1)) 1) ((loop [] nil) 1) (let [m (java.util.HashMap.)] ((.get ^java.util.Map m 1) 2))
      ((identity nil) 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22))
;; Where there are several ways to the value, nothing is told.
(each ((:a {}) 1) ((if missing inc nil) 1) ((or missing nil) 1) ((when missing inc) 1) ((named 1) 1) ((some-> nil :a)))
;; Methods of the host, by reflection.
(def untyped (java.util.HashMap.))
(each ((.get untyped 1) 2) ((.get (identity untyped) 1) 2) (let [m untyped] ((.get m 1) 2)) (let [m (identity untyped)] ((.get m 1)))
      ((.getMessage (ex-info nil {}))))
;; Functions of the library.
(each (doall (map nil [1])) (doall (map nil '(1 2))) (doall (map nil [1] [2])) (into [] (map nil) [1]) (doall (filter nil [1]))
      (into [] (filter nil) [1]) (doall (remove nil [1])) (filterv nil [1]) (doall (keep nil [1])) (doall (keep-indexed nil [1]))
      (doall (map-indexed nil [1])) (doall (take-while nil [1])) (doall (mapcat nil [1])) (group-by nil [1]) (into [] nil [1])
      (sequence nil [1]) (transduce nil + [1]) (reduce nil [1 2]) (reduce nil 0 [1]) (reduce nil []) (reduce-kv nil 0 {:a 1})
      (some nil [1]) (every? nil [1]) (not-any? nil [1]) (run! nil [1]) (sort-by nil [2 1]) (sort-by nil [1]) (take 2 (iterate nil 1))
      (swap! (atom 1) nil) (swap! (atom 1) nil 2 3 4) (update {} :a nil) (update {} :a nil 1) (update-in {} [:a] nil)
      (vary-meta [] nil) (alter-meta! (atom 1) nil) (alter-var-root #'missing nil) (dosync (alter (ref 1) nil))
      ((partial nil 1) 2) ((complement nil) 1) ((comp nil inc) 1) ((juxt nil) 1) ((fnil nil 1) nil) (apply nil [1]) (trampoline nil)
      (merge-with nil {:a 1} {:a 2}) (update-vals {:a 1} nil) (clojure.string/escape "a" nil))
;; Nothing is called.
(each (map nil []) (some nil []) (every? nil nil) (into [] (map nil) []) (reduce nil [1]) (group-by nil nil) (update-vals {} nil))

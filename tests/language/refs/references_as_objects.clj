;; What references are besides holding a value: refs are functions and have an order, watches are a hash map,
;; and printing tells what deref would.

(require '[clojure.string :as str])

(defn- told [f]
  (try (f) (catch Throwable e (str (.getSimpleName (class e)) ": " (first (re-seq #"[^(]*" (str (.getMessage e))))))))

(defmacro show [& forms]
  `(do ~@(map (fn [form] `(println '~form "=>" (pr-str (told (fn [] ~form))))) forms)))

(println "refs are functions")
(show (ifn? (ref 1))
      ((ref +) 1 2 3)
      ((ref {:a 1}) :a :none)
      ((ref 1) 1)
      (apply (ref +) 1 [2 3])
      (apply (ref max) (range 30))
      (map (ref inc) [1 2])
      (sort-by (ref -) [1 3 2])
      (.invoke (ref inc) 1)
      (.applyTo (ref +) '(1 2))
      ((ref (ref inc)) 1)
      ((atom inc) 1)
      (let [r (ref inc)] (dosync (ref-set r dec) (r 1))))

(println "and have an order, that in which they were made")
(let [a (ref 1) b (ref 2) c (ref 0)]
  (show (map deref (sort [c a b]))
        (map deref (sorted-set c b a c))
        [(compare a b) (compare b a) (compare a a) (.compareTo b a)]
        (compare a 1)
        (compare nil a)
        (compare (atom 1) (atom 2))))

(println "methods of a Ref")
(show (.set (ref 1) 2)
      (dosync (.set (ref 1) 2))
      (dosync (.alter (ref 1) + '(2 3)))
      (dosync (.commute (ref 1) + nil))
      (dosync (.touch (ref 1)))
      (.touch (ref 1))
      (.getMinHistory (ref 1 :min-history 3))
      (.getMaxHistory (.setMaxHistory (ref 1) 4))
      (.trimHistory (ref 1)))

(println "watches")
(let [keys-told (atom [])
      watch (fn [k _ _ _] (swap! keys-told conj k))
      told-by (fn [reference change]
                (reset! keys-told [])
                (doseq [k [:a :b :c 1 2 "x"]] (add-watch reference k watch))
                (change reference)
                @keys-told)]
  (show (told-by (atom 1) (fn [a] (reset! a 2)))
        (told-by (ref 1) (fn [r] (dosync (ref-set r 2))))
        (class (.getWatches (add-watch (atom 1) :k nil))))
  (show (add-watch (atom 1) :k 1)
        (add-watch (ref 1) :k "no function")
        (add-watch #'show :k 1)
        (add-watch 1 :k 1)
        (let [a (add-watch (atom 1) :k nil)] (reset! a 2))
        (set-error-handler! (agent 1) 1)
        (agent 1 :error-handler 1)))

(println "printed")
(defn- state [reference]
  (let [text (pr-str reference)] (subs text (str/index-of text "{") (min (count text) 140))))
(defn- first-line [text] (first (str/split-lines text)))
(show (state (reify clojure.lang.IDeref (deref [_] 1)))
      (first-line (state (reify clojure.lang.IDeref (deref [_] (throw (Exception. "no value"))))))
      (state (reify clojure.lang.IDeref (deref [_] 1) clojure.lang.IPending (isRealized [_] false)))
      (state (reify clojure.lang.IDeref (deref [_] 1) clojure.lang.IPending (isRealized [_] true)))
      (let [f (future (throw (Exception. "failed")))]
        (told #(deref f))
        (re-find #":status :\w+" (state f)))
      (let [f (future (throw (Exception. "failed")))]
        (told #(deref f))
        (re-find #":type java.util.\w+" (state f)))
      (let [f (future (deref (promise)))]
        (future-cancel f)
        (re-find #":status :\w+" (state f))))
(shutdown-agents)

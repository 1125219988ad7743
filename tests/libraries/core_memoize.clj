(ns libraries.core-memoize
  (:require [clojure.core.memoize :as m] [clojure.core.cache :as c]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def calls (atom 0))
(defn slow [x] (swap! calls inc) (* x x))
(def f (m/memo slow))
(def g (m/fifo slow {} :fifo/threshold 2))
(def h (m/lru slow {[9] 81} :lru/threshold 2))
(show (f 3) (f 3) @calls (m/memoized? f) (m/memoized? slow) (m/snapshot f) (some? (m/memo-clear! f)) (f 3) @calls (some? (m/memo-swap! f {[4] (delay :sixteen)})) (f 4) (map g [1 2 3 1]) (sort (keys (m/snapshot g))) @calls (h 9) @calls
      (map h [1 2 3]) (count (m/snapshot h)) (some? (m/memo-clear! h [3])) (m/lazy-snapshot f) (let [t (m/ttl slow {} :ttl/threshold 100000)] [(t 2) (t 2)]) ((m/lu slow :lu/threshold 3) 5)
      (let [e (m/memo (fn [x] (throw (ex-info "no" {:x x}))))] (e 1)) ((m/memo +) 1 2 3) ((m/memoizer slow (c/basic-cache-factory {})) 7) (let [k (m/memo (with-meta (fn [a b] (swap! calls inc) a) {:clojure.core.memoize/args-fn first}))] [(k 1 2) (k 1 3)])
      @calls (some? (m/memo-reset! f {[1] (delay 5)})) (f 1) (let [p (m/memo slow)] (dorun (pmap p (repeat 8 11))) (m/snapshot p)))
(shutdown-agents)

(ns libraries.plumbing
  (:require [plumbing.core :as p :refer [fnk defnk letk for-map ?> ?>> fn-> <-]] [plumbing.graph :as g] [plumbing.map :as pm] [plumbing.fnk.pfnk :as pfnk]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def stats {:n (fnk [xs] (count xs)) :m (fnk [xs n] (/ (reduce + xs) n)) :m2 (fnk [xs n] (/ (reduce + (map #(* % %) xs)) n)) :v (fnk [m m2] (- m2 (* m m)))})
(defnk area [w {h 2} [:opts k]] (* w h k))
(show (into {} ((g/compile stats) {:xs [1 2 3 6]})) (:v ((g/lazy-compile stats) {:xs [1 2 3 6]})) (into {} ((g/interpreted-eager-compile stats) {:xs [1 2]})) (area {:w 3 :opts {:k 10}}) (area {:w 3 :h 1 :opts {:k 10}}) (area {:h 1}) (letk [[a {b 5} [:c d] :as m & more] {:a 1 :c {:d 2} :z 9}] [a b d more]) (for-map [i (range 3)] i (* i i)) (p/map-vals inc {:a 1}) (p/map-keys name {:a 1}) (p/map-from-keys inc [1 2]) (p/map-from-vals inc [1 2]) (p/safe-get {:a 1} :a) (p/safe-get {:a 1} :b) (p/safe-get-in {:a {:b 1}} [:a :b])
      (p/assoc-when {:a 1} :b nil :c 2) (p/update-in-when {:a 1} [:a] inc) (p/grouped-map even? [1 2 3]) (p/aconcat [[1] [2 3]]) (p/sum [1 2 3]) (p/singleton [1]) (p/indexed [:a :b]) (p/positions odd? [1 2 3]) (p/frequencies-fast [1 1 2]) (p/distinct-by even? [1 2 3]) (p/interleave-all [1 2] [:a]) (p/count-when odd? [1 2 3]) (p/conj-when [1] nil 2) (-> 5 (?> true inc)) (->> [1 2] (?>> false (map inc))) ((fn-> inc str) 1) (->> 5 (<- (- 1))) (p/mapply (fn [& {:keys [a]}] a) {:a 7}) (p/swap-pair! (atom 1) inc) (p/get-and-set! (atom 1) 2) (p/dissoc-in {:a {:b 1}} [:a :b]) ((p/memoized-fn f [x] (if (< x 2) x (+ (f (- x 1)) (f (- x 2))))) 20) 
      (pm/flatten {:a {:b 1 :c {:d 2}}}) (pm/unflatten {[:a :b] 1}) (pm/map-leaves inc {:a {:b 1}}) (pm/topological-sort {:a [:b] :b [:c] :c []}) (let [x 1 y 2] (pm/keyword-map x y)) (pm/merge-disjoint {:a 1} {:b 2}) (pm/merge-disjoint {:a 1} {:a 2}) (pfnk/input-schema area) (pfnk/output-schema area) (pfnk/io-schemata (g/compile stats)) ((p/fnk [a b & c] [a b c]) {:a 1 :b 2 :d 3}))

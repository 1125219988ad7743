;; Functions with :inline: a call of one is its expansion.
(definline sq [x] `(* ~x ~x))
(prn (sq 3) (map sq [1 2 3]) (:arglists (meta #'sq)) (fn? (:inline (meta #'sq))))
(def n (atom 0))
(prn (sq (swap! n inc)) @n)

(defn f {:inline (fn [x] `(do (println "inlined") ~x))} [x] (println "called") x)
(prn (f 1) (doall (map f [1])))
(prn (#'f 2) (apply f [3]) (let [f f] (f 4)))
(prn (macroexpand-1 '(f 1)) (macroexpand '(f 1)))

(defn g {:inline (fn [x] `[:i ~x]) :inline-arities #{1}} ([x] [:c x]) ([x y] [:c x y]))
(prn (g 1) (g 1 2) (apply g [1]))
(defn h {:inline (fn ([x] `(list 1 ~x)) ([x y] `(list 2 ~x ~y))) :inline-arities #(< % 2)} ([x] [:c x]) ([x y] [:c x y]))
(prn (h 1) (h 1 2))

;; a local of the name is not the function
(prn (let [g (fn [x] [:local x])] (g 1)))
(defn k [f] (f 1))
(prn (k g))
;; nested, and in loops
(prn (sq (sq 2)) (loop [i 0 acc []] (if (< i 3) (recur (inc i) (conj acc (g i))) acc)))
;; form's metadata is given on
(defn m {:inline (fn [x] `[~x ~(:a (meta x))])} [x] [x])
(prn (m ^{:a 1} [1]) (apply m [^{:a 1} [1]]))
;; an expansion that is nil or a constant
(defn z {:inline (fn [x] nil)} [x] x)
(prn (z 1) (apply z [1]))
(defn w {:inline (fn [] 42)} [] 41)
(prn (w) (apply w []))
;; redefinition without :inline
(defn g [x] [:again x])
(prn (g 1))
;; another namespace's
(ns program.other)
(defn p {:inline (fn [x] `[:inl ~x])} [x] [:fn x])
(ns program.user (:require [program.other :as o]))
(prn (o/p 1) (program.other/p 2) (apply o/p [3]))
(refer 'program.other)
(prn (p 1) (-> 1 p) (map #(p %) [1]))
(alter-meta! #'program.other/p dissoc :inline)
(prn (p 1))
(defn bad {:inline (fn [x] (throw (ex-info "no" {:x x})))} [x] x)
(prn (try (eval '(program.user/bad 1)) (catch Throwable e [(class e) (ex-message (ex-cause e))])) (apply bad [1]))
(ns program.third)
(defn- hidden {:inline (fn [x] [:inl x])} [x] [:fn x])
(prn (hidden 1))
(ns program.user)
(prn (try (eval '(program.third/hidden 1)) (catch Throwable e (ex-message (ex-cause e)))) (#'program.third/hidden 1))
(definline square [x] `(* ~x ~x))
(prn (square 3) (map square [1 2])
     (try (eval '(program.user/square 1 2)) (catch Throwable e (second (re-find #"passed to: .*/([^-]*)--" (ex-message (ex-cause e)))))))

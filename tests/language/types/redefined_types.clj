;; Types that are defined again under their names, in a namespace whose classes are named as the host's are.
(ns clojure.lang.redefined)

(definterface Shape (area []))
(prn (.area (reify Shape (area [_] 1))))
(definterface Shape (outline []))
(prn (.outline (reify Shape (outline [_] 2))))

(dotimes [i 5]
  (eval `(do (in-ns '~'clojure.lang.redefined) (defrecord ~'Pair [~'left ~(symbol (str "right" i))])))
  (System/gc)
  (prn (eval '(clojure.lang.redefined.Pair/getBasis)) (eval '(into {} (clojure.lang.redefined.Pair. 1 2)))))

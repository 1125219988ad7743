;; What defn, defmacro, defonce and defmulti define.

(prn (:arglists (meta (defn ff "doc" {:added "2"} ([x] x) ([x y] y)))))
(prn (select-keys (meta (defn ff "doc" {:added "2"} ([x] x) ([x y] y))) [:doc :added :arglists]))
(prn (select-keys (meta (defmacro fm "doc" {:added "2"} ([x] x) ([x & y] y))) [:doc :added :arglists :macro]))
(prn (do (defonce zz 1) (defonce zz 2) zz))
(prn (do (defmulti mm "d" :k) (defmethod mm :a [x] [:a x]) (defmethod mm :default [x] :dflt) [(mm {:k :a}) (mm {:k 3})]))
(prn (do (defmulti m2 class :default :none) (defmethod m2 Number [x] :num) (defmethod m2 :none [x] :none) [(m2 1) (m2 "s")]))

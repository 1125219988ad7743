;; & is a name like any other for a var, and none for a local.
(ns ampersand-names)
(defn & "Both." [a b] [a b])
(println (& 1 2) (:doc (meta #'&)))
(defmacro both [& forms] `(& ~@forms))
(println (both 3 4))
(println (try (eval '(let [& 1] 2)) (catch Throwable e (.getSimpleName (class e)))))
(println (try (eval '(defn a/b [] 1)) (catch Throwable e (.getSimpleName (class e)))))

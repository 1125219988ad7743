;; The function's name in messages about arguments is that of its class, in which an underscore is a dash, and a dot -DOT-. A macro
;; with a dot in its name counts &form and &env, too.
(defn said [form]
  (println (try (eval form)
                (catch Throwable e
                  (let [cause (loop [e e] (if (instance? clojure.lang.Compiler$CompilerException e) (recur (ex-cause e)) e))]
                    (clojure.string/replace (str (ex-message cause)) #"eval\d+|--\d+" ""))))))
(defn a-b_c [x])
(defmacro m_u [x])
(defmacro m? [x])
(defmacro a.m [x])
(run! said '[(a-b_c) (m_u) (m? 1 2) (a.m) (macroexpand-1 '(a.m 1 2)) (macroexpand-1 '(.. 1)) (..) ((fn n.m_o [x])) (let [f (fn q.r [x])] (f 1 2))])

;; What and, or and with-open expand to.
(defmacro show [& expressions]
  `(do
     ~@(for [e expressions]
         `(println (pr-str '~e) "=>"
                   (try (pr-str ~e)
                        (catch Throwable t#
                          (let [message# (when-not (instance? NullPointerException t#) (.getMessage t#))
                                end# (when message# (.indexOf message# " ("))]
                            (str (.getName (class t#)) ": "
                                 (if (and end# (pos? end#)) (subs message# 0 end#) message#)))))))))

(require (quote clojure.walk) (quote clojure.string))
(defn numbered [form] (clojure.walk/postwalk (fn [x] (if (symbol? x) (symbol (namespace x) (clojure.string/replace (name x) #"__\d+__auto__" "__")) x)) form))

(show
 (numbered (macroexpand-1 '(with-open [r x] y)))
 (numbered (macroexpand-1 '(with-open [r x s z] y)))
 (numbered (macroexpand-1 '(and 1 2)))
 (numbered (macroexpand-1 '(or 1 2))))

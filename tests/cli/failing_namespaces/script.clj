(defn show [thrown]
  (when thrown
    (prn (class thrown) (ex-message thrown) (ex-data thrown))
    (recur (ex-cause thrown))))

(defmacro attempt [form] `(try ~form (catch Throwable t# (show t#))))

(attempt (require 'fails.call))
(attempt (require 'fails.nested))
(attempt (require 'fails.nil-call))
(attempt (requiring-resolve 'fails.call/half))
(attempt (use 'fails.definition :reload))
(prn (mapv (comp some? find-ns) '[fails.call fails.definition fails.nested]))
(try (require 'fails.definition :reload)
     (catch clojure.lang.Compiler$CompilerException e (println (:clojure.error/phase (ex-data e)))))
(require 'fails.call :reload)

;; Error handlers of agents: what they send goes at once, and *agent* is theirs.
(defmacro show [form]
  `(println (try (pr-str ~form) (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))

(def got (promise))
(def target (agent :before))
(let [failing (agent nil :error-handler (fn [_ e] (send target (fn [_] (deliver got (ex-message e))))))]
  (send failing (fn [_] (throw (RuntimeException. "boom"))))
  (show (deref got 5000 :lost)))

(def of-itself (promise))
(let [failing (agent 1 :error-mode :continue
                     :error-handler (fn [a _] (send *agent* (fn [v] (deliver of-itself [(identical? a *agent*) v]) :after))))]
  (send failing (fn [_] (throw (RuntimeException. "boom"))))
  (show (deref of-itself 5000 :lost))
  (await failing)
  (show @failing))

;; What the failed action sent itself is lost.
(def lost (agent 0))
(def handled (promise))
(let [failing (agent nil :error-handler (fn [_ _] (deliver handled true)))]
  (send failing (fn [_] (send lost inc) (throw (RuntimeException. "boom"))))
  (show (deref handled 5000 :lost))
  (await lost)
  (show @lost))

(def ^:dynamic *setting* :root)
(def seen (promise))
(let [failing (agent nil :error-handler (fn [_ _] (deliver seen *setting*)))]
  (binding [*setting* :bound] (send failing (fn [_] (throw (RuntimeException. "boom")))))
  (show (deref seen 5000 :lost)))
(shutdown-agents)

;; Agents: waiting for them, and what the native part leaves out.

(def ^{:dynamic true :added "1.0" :doc "The agent whose action is running in this thread, or nil."}
  *agent* nil)

(defn agent-errors
  "A list of the exception that the agent failed with, or nil. agent-error is the newer way."
  {:added "1.0" :deprecated "1.2"}
  [a]
  (when-let [e (agent-error a)]
    (list e)))

(defn clear-agent-errors
  "Makes a failed agent go on from the state it has. restart-agent is the newer way."
  {:added "1.0" :deprecated "1.2"}
  [a]
  (restart-agent a @a))

(defn- arrival
  "A promise that is delivered when the agent has done what this thread sent it before."
  [a]
  (let [p (promise)]
    (send a (fn [state] (deliver p true) state))
    p))

(defn await
  "Waits until the agents have done everything that was sent to them so far by this thread. Not
  for use in an agent's action or in a transaction. Waits for ever for an agent that fails."
  {:added "1.0"}
  [& agents]
  (io! "await in transaction"
    (when *agent*
      (throw (new Exception "Can't await in agent action")))
    (run! deref (mapv arrival agents))))

(defn await1
  "Waits for one agent and returns it."
  [a]
  (when (pos? (-agent-queue-count a))
    (await a))
  a)

(defn await-for
  "As await, for at most timeout-ms milliseconds. False when the time was up, otherwise true."
  {:added "1.0"}
  [timeout-ms & agents]
  (io! "await-for in transaction"
    (when *agent*
      (throw (new Exception "Can't await in agent action")))
    (let [now (System/currentTimeMillis)
          end (+ now (min timeout-ms (- Long/MAX_VALUE now)))]
      (every? (fn [p]
                (deref p (max 0 (- end (System/currentTimeMillis))) false))
              (mapv arrival agents)))))

(defn shutdown-agents
  "Ends the threads of agents on the JVM. Here idle threads end of themselves."
  {:added "1.0"}
  []
  nil)

(defn set-agent-send-executor!
  "Chooses the threads of send on the JVM. Agents share one pool here."
  {:added "1.5"}
  [executor]
  nil)

(defn set-agent-send-off-executor!
  "Chooses the threads of send-off on the JVM. Agents share one pool here."
  {:added "1.5"}
  [executor]
  nil)

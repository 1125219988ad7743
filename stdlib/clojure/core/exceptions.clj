;; Exceptions as data.

(defn StackTraceElement->vec
  "[class method file line] of a stack trace element, the first two as symbols."
  {:added "1.9"}
  [o]
  [(symbol (.getClassName o)) (symbol (.getMethodName o)) (.getFileName o) (.getLineNumber o)])

(defn Throwable->map
  "A map that describes the throwable: :via, a vector of maps (:type :message :data :at) from the
  outermost to its root cause; :cause and :data, the message and the data of the root cause;
  :trace, its stack; :phase, when the data of the outermost tells it."
  {:added "1.7"}
  [o]
  (let [chain (vec (take-while some? (iterate ex-cause (-as Throwable o))))
        describe (fn [t]
                   (let [message (ex-message t)
                         data (ex-data t)
                         at (first (.getStackTrace t))]
                     (cond-> {:type (symbol (.getName (class t)))}
                       message (assoc :message message)
                       data (assoc :data data)
                       at (assoc :at (StackTraceElement->vec at)))))
        root (peek chain)
        cause (ex-message root)
        data (ex-data root)
        phase (:clojure.error/phase (ex-data o))]
    (cond-> {:via (mapv describe chain)
             :trace (mapv StackTraceElement->vec (.getStackTrace root))}
      cause (assoc :cause cause)
      data (assoc :data data)
      phase (assoc :phase phase))))

;; Loops and comprehensions.

(defmacro while
  "Evaluates the body again and again for as long as test is truthy."
  {:added "1.0"}
  [test & body]
  `(loop []
     (when ~test
       ~@body
       (recur))))

(defmacro dotimes
  "Evaluates the body with the name bound to 0, 1, … up to n - 1. The value is nil."
  {:added "1.0"}
  [bindings & body]
  (let [[i n] (binding-pair &form bindings)]
    `(let [n# (long ~n)]
       (loop [~i 0]
         (when (< ~i n#)
           ~@body
           (recur (unchecked-inc ~i)))))))

(defn- comprehension-levels
  "The levels of a for or doseq, outermost first: each a map of :target, :coll and :modifiers, a
  vector of [keyword form] pairs. Modifiers before the first target are a level without :coll."
  [form bindings]
  (require-args form (vector? bindings) "a vector for its binding")
  (require-args form (even? (count bindings)) "an even number of forms in binding vector")
  (loop [more (seq bindings) levels []]
    (if (nil? more)
      levels
      (let [k (first more)
            v (second more)]
        (recur (nnext more)
               (if (keyword? k)
                 (if (#{:let :when :while} k)
                   (let [level (if (empty? levels) {:modifiers []} (peek levels))]
                     (conj (if (empty? levels) levels (pop levels))
                           (assoc level :modifiers (conj (:modifiers level) [k v]))))
                   (throw (new IllegalArgumentException (str "Invalid '" (name (first form)) "' keyword " k))))
                 (conj levels {:target k :coll v :modifiers []})))))))

(defn- guard
  "The form that applies the modifiers of a level in order around `inside`: a :when that fails
  continues with `skip`, a :while that fails ends with `stop`."
  [modifiers inside skip stop]
  (if (empty? modifiers)
    inside
    (let [[k form] (first modifiers)
          inside (guard (rest modifiers) inside skip stop)]
      (case k
        :let `(let ~form ~inside)
        :when `(if ~form ~inside ~skip)
        :while `(if ~form ~inside ~stop)))))

(defn- doseq-level
  "A loop over one level."
  [levels body]
  (cond
    (empty? levels) (cons 'do body)
    (not (contains? (first levels) :coll))
    (guard (:modifiers (first levels)) `(do ~(doseq-level (rest levels) body) nil) nil nil)

    :else
    (let [{:keys [target coll modifiers]} (first levels)
          walk (gensym "walk__")
          element (gensym "element__")]
      `(let [~walk (-walk ~coll)]
         (loop []
           (let [~element (-next-element ~walk)]
             (if (identical? ~element ~walk)
               nil
               (let [~target ~element]
                 ~(guard modifiers
                         `(do ~(doseq-level (rest levels) body) (recur))
                         `(recur)
                         nil)))))))))

(defmacro doseq
  "Evaluates the body for its effects with the bindings of a `for`; keeps nothing. The value is
  nil, but that of the body when there is nothing to go through."
  {:added "1.0"}
  [seq-exprs & body]
  (doseq-level (comprehension-levels &form seq-exprs) body))

(defn- for-inner
  "The innermost level of a for: a lazy seq of body, chunked where the collection is."
  [{:keys [target coll modifiers]} body]
  (let [step (gensym "iter__")
        items (gensym "s__")
        chunk (gensym "chunk__")
        walk (gensym "walk__")
        element (gensym "element__")
        buffer (gensym "buffer__")]
    `(let [~step
           (fn ~step [~items]
             (lazy-seq
              (loop [~items ~items]
                (when-let [~items (seq ~items)]
                  (if (chunked-seq? ~items)
                    (let [~chunk (chunk-first ~items)
                          ~buffer (chunk-buffer (count ~chunk))
                          ~walk (-walk ~chunk)]
                      ;; The inner loop yields true when it came to the end of the chunk and
                      ;; nil when a :while stopped it.
                      (if (loop []
                            (let [~element (-next-element ~walk)]
                              (if (identical? ~element ~walk)
                                true
                                (let [~target ~element]
                                  ~(guard modifiers
                                          `(do (chunk-append ~buffer ~body)
                                               (recur))
                                          `(recur)
                                          nil)))))
                        (chunk-cons (chunk ~buffer) (~step (chunk-rest ~items)))
                        (chunk-cons (chunk ~buffer) nil)))
                    (let [~target (first ~items)]
                      ~(guard modifiers
                              `(cons ~body (~step (rest ~items)))
                              `(recur (rest ~items))
                              nil)))))))]
       (~step ~coll))))

(defn- for-level
  "A for over all levels: an outer level concatenates, one element at a time, the seqs of the
  level inside it."
  [levels body]
  (if (nil? (next levels))
    (for-inner (first levels) body)
    (let [{:keys [target coll modifiers]} (first levels)
          step (gensym "iter__")
          items (gensym "s__")]
      `(let [~step
             (fn ~step [~items]
               (lazy-seq
                (loop [~items ~items]
                  (when-let [~items (seq ~items)]
                    (let [~target (first ~items)]
                      ~(guard modifiers
                              `(let [inside# (seq ~(for-level (next levels) body))]
                                 (if inside#
                                   (concat inside# (~step (rest ~items)))
                                   (recur (rest ~items))))
                              `(recur (rest ~items))
                              nil))))))]
         (~step ~coll)))))

(defmacro for
  "A lazy seq of body-expr for every combination of elements of the collections, the rightmost
  varying fastest. seq-exprs is a vector of targets and collections; each may be followed by
  :let [bindings], :when test (leaves the element out) and :while test (ends that collection)."
  {:added "1.0"}
  [seq-exprs body-expr]
  (let [levels (comprehension-levels &form seq-exprs)]
    (when (empty? levels)
      (reject-call 'clojure.core/let (next &form)))
    (when-not (contains? (first levels) :coll)
      (throw (new IllegalStateException "Can't pop empty vector")))
    (for-level levels body-expr)))

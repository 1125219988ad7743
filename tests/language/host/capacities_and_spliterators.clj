;; What constructors and methods of java.util refuse; spliterators, and streams of them.
(import '(java.util ArrayList HashMap HashSet Hashtable LinkedHashMap LinkedHashSet Objects StringJoiner Vector WeakHashMap)
        '(java.util.concurrent ConcurrentHashMap FutureTask Phaser)
        '(java.util.function Consumer Supplier)
        '(java.util.stream StreamSupport))
(defmacro tell [& forms]
  `(do ~@(map (fn [form]
                `(println '~form "=>" (try (pr-str ~form)
                                           (catch Exception e# (str (.getSimpleName (class e#)) ": " (ex-message e#))))))
              forms)))

(tell (HashMap. -1) (LinkedHashMap. -1) (HashSet. -1) (LinkedHashSet. -1) (Hashtable. -1) (WeakHashMap. -1) (ConcurrentHashMap. -1)
      (ArrayList. -1) (Vector. -1)
      (StringJoiner. nil) (StringJoiner. "," nil "]") (StringJoiner. "," "[" nil)
      (Objects/requireNonNullElse nil nil) (Objects/requireNonNullElse nil 1)
      (Objects/requireNonNullElseGet nil nil) (Objects/requireNonNullElseGet nil (reify Supplier (get [_] nil)))
      (.listIterator (ArrayList. [1]) 5) (.listIterator (ArrayList. [1]) -1) (.previous (.listIterator (ArrayList. [1]) 1))
      (FutureTask. nil) (Phaser. -1))

(defn all [source] (vec (.toArray (StreamSupport/stream source false))))
(tell (all (.spliterator [1 2])) (all (.spliterator (map inc [1 2]))) (all (.spliterator (ArrayList. [])))
      (all (.spliterator (reify Iterable (iterator [_] (.iterator [7 8])))))
      (.isParallel (StreamSupport/stream (.spliterator [1]) true))
      (.estimateSize (.spliterator [1 2 3])) (.getExactSizeIfKnown (.spliterator #{1}))
      (.estimateSize (.spliterator (reify Iterable (iterator [_] (.iterator [7 8])))))
      (.getExactSizeIfKnown (.spliterator (reify Iterable (iterator [_] (.iterator [7 8])))))
      (let [s (.spliterator (ArrayList. [1 2 3])) a (atom []) f (reify Consumer (accept [_ x] (swap! a conj x)))]
        [(.tryAdvance s f) @a (.forEachRemaining s f) @a (.tryAdvance s f)]))

(tell (.characteristics (.spliterator (ArrayList. [1]))) (.characteristics (.spliterator #{1}))
      (.characteristics (.spliterator (reify Iterable (iterator [_] (.iterator [1])))))
      (.hasCharacteristics (.spliterator (ArrayList. [1])) java.util.Spliterator/ORDERED))

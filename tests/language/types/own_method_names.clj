;; A type may have a protocol of its own with methods that are named like those of the host's interfaces:
;; the functions of clojure.core take no notice of them, unless the type implements the interface.
(ns own-method-names
  (:refer-clojure :exclude [assoc cons count deref empty first get meta next nth peek pop reduce rseq seq])
  (:require [clojure.core :as core]))

(defprotocol Own
  (applyTo [_ args]) (assoc [_ k v]) (compareTo [_ o]) (cons [_ x]) (contains [_ k]) (containsKey [_ k]) (count [_])
  (deref [_]) (disjoin [_ k]) (empty [_]) (entryAt [_ k]) (equiv [_ o]) (first [_]) (get [_ k]) (getName [_]) (hasheq [_])
  (invoke [_] [_ x]) (isRealized [_]) (iterator [_]) (kv-reduce [_ f init]) (length [_]) (meta [_]) (more [_]) (next [_])
  (nth [_ i] [_ i missing]) (peek [_]) (pop [_]) (reduce [_ f] [_ f init]) (reset [_ v]) (rseq [_]) (seq [_]) (size [_])
  (swap [_ f]) (valAt [_ k] [_ k missing]) (withMeta [_ m]) (without [_ k]))

(deftype Plain [n]
  Own
  (applyTo [_ args] :own) (assoc [_ k v] :own) (compareTo [_ o] 3) (cons [_ x] :own) (contains [_ k] true)
  (containsKey [_ k] true) (count [_] 42) (deref [_] :own) (disjoin [_ k] :own) (empty [_] :own) (entryAt [_ k] [:own :own])
  (equiv [_ o] true) (first [_] :own) (get [_ k] :own) (getName [_] "own") (hasheq [_] 5) (invoke [_] :own) (invoke [_ x] :own)
  (isRealized [_] true) (iterator [_] (.iterator [1 2])) (kv-reduce [_ f init] :own) (length [_] 42) (meta [_] {:own true})
  (more [_] (list :own)) (next [_] (list :own)) (nth [_ i] :own) (nth [_ i missing] :own) (peek [_] :own) (pop [_] :own)
  (reduce [_ f] :own) (reduce [_ f init] :own) (reset [_ v] :own) (rseq [_] :own) (seq [_] (list :own)) (size [_] 42)
  (swap [_ f] :own) (valAt [_ k] :own) (valAt [_ k missing] :own) (withMeta [_ m] :own) (without [_ k] :own))

;; With seq of the host, the others still own.
(deftype Elements []
  clojure.lang.Seqable
  (seq [_] (list 1 2 3))
  Own
  (count [_] 42) (equiv [_ o] true) (first [_] :own) (hasheq [_] 5) (meta [_] {:own true}) (next [_] (list :own))
  (nth [_ i] :own) (nth [_ i missing] :own) (peek [_] :own) (reduce [_ f] :own) (reduce [_ f init] :own) (size [_] 42))

(defprotocol Few (call-it [_ x]) (persistent [_]) (getKey [_]))
(defrecord Entries [a b]
  Few
  (call-it [_ x] :own) (persistent [_] :own) (getKey [_] :own))

(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println '~form "=>" (try (let [r# ~form] (if (instance? Plain r#) :itself r#))
                                      (catch Throwable e# (.getName (class e#))))))))

(def p (Plain. 1))
(def s (Elements.))
(def r (Entries. 1 2))

(println "core on the plain type")
(show (core/assoc p 1 2) (core/conj p 1) (core/contains? p 1) (core/count p) (core/deref p) (core/empty p) (core/find p 1)
      (core/first p) (core/get p 1) (core/get p 1 2) (:k p) (:k p 2) (= p 1) (= p (Plain. 1)) (= (hash p) 5) (name p) (p) (p 1)
      (apply p [1]) (realized? p) (iterator-seq p) (reduce-kv + 0 p) (core/meta p) (core/rest p) (core/next p) (core/nth p 0)
      (core/nth p 0 1) (core/peek p) (core/pop p) (core/reduce + p) (core/reduce + 0 p) (core/reset! p 1) (core/swap! p inc)
      (core/rseq p) (core/seq p) (with-meta p {}) (dissoc p 1) (disj p 1) (compare p p) (compare p 1) (into [] p)
      (let [[a] p] a) (let [{:keys [a]} p] a) (ifn? p) (counted? p) (core/get {p :there} p) (core/get {p :there} (Plain. 1)))

(println "the protocol and interop")
(show (count p) (first p) (seq p) (meta p) (nth p 0) (nth p 0 1) (reduce p +) (hasheq p) (equiv p 1) (deref p) (valAt p 1)
      (.count ^Plain p) (.count p) (.meta p) (.nth p 0 1) (.deref p) (map count [p p]) (.n ^Plain p)
      (map core/count [[1] [1 2]]) (count (reify Own (count [_] 7)))
      (.count (reify Own (count [_] 7))))

(println "with elements")
(show (core/seq s) (core/first s) (core/rest s) (core/next s) (core/reduce + s) (core/reduce + 0 s) (core/nth s 0)
      (core/nth s 0 1) (core/peek s) (core/meta s) (= s [1 2 3]) (= s (Elements.)) (into [] s) (last s) (let [[a b] s] [a b])
      (first s) (nth s 1) (meta s) (size s))

(println "a record")
(show (persistent! r) (core/key r) (core/count r) (core/first r) (:a r) (persistent r) (getKey r) (.getKey r) (.persistent ^Entries r)
      (call-it r 1) (core/get r :b) (= r (Entries. 1 2)))

;; A collection that is not Counted is counted by its elements.
(deftype Uncounted [items]
  clojure.lang.IPersistentCollection
  (seq [_] (core/seq items)) (count [_] 77) (cons [_ x] (Uncounted. (conj items x))) (empty [_] (Uncounted. [])) (equiv [_ o] false))
(deftype Stepping [n]
  clojure.lang.ISeq
  (first [_] n) (next [_] (when (pos? n) (Stepping. (dec n)))) (more [this] (or (.next this) ())) (seq [this] this)
  (count [_]) (cons [_ x] nil) (empty [_] nil) (equiv [_ o] false))
(println "counted by walking")
(show (core/count (Uncounted. [1 2 3])) (core/count (conj (Uncounted. [1 2 3]) 4)) (.count (Uncounted. [1 2 3])) (counted? (Uncounted. []))
      (core/count (Uncounted. nil)) (core/count (Stepping. 5)) (core/count (reify clojure.lang.Counted (count [_] 12)))
      (core/count (reify java.util.Map$Entry (getKey [_] 1) (getValue [_] 2)))
      (core/count (reify clojure.lang.Seqable (seq [_] (list 1)))))

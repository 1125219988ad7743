; A type's own valAt is asked with the default that a lookup gives, nil too, and without one when it gives none.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println '~form "=>" (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(deftype Lookup []
  clojure.lang.ILookup
  (valAt [_ k] [:one k])
  (valAt [_ k not-found] [:two k (if (or (nil? not-found) (number? not-found)) not-found :object)]))
(def l (Lookup.))
(show (get l :a) (get l :a nil) (get l :a 1) (:a l) (:a l nil) (:a l 2) ('a l) ('a l nil)
      (get-in l [:a]) (get-in l [:a] nil) (get-in {:q l} [:q :a]) (get-in {:q l} [:q :a] nil)
      (let [{:keys [a]} l] a) (let [{:keys [a] :or {a nil}} l] a) (let [{:keys [a] :or {a 5}} l] a)
      (apply get [l :a nil]) (apply :a [l nil]) (map :a [l]) (let [k :a] (k l)) (let [k :a] (k l nil))
      (.valAt l :a) (.valAt l :a nil) (reduce get l [:a]))
; The shorter of the two by the longer, as libraries write it.
(deftype Table [m]
  clojure.lang.ILookup
  (valAt [this k] (get this k nil))
  (valAt [_ k not-found] (if (contains? m k) (m k) not-found)))
(def t (Table. {:a 1 :b nil}))
(show (:a t) (:b t 3) (:c t) (:c t 3) (get t :c) (get-in t [:c] :none) (get-in t [:b :x] :none) (get-in t [:a]))

; Maps of a program whose entries are vectors of two.
(deftype Pairs [pairs]
  clojure.lang.IPersistentMap
  (assoc [_ k v] (Pairs. (conj pairs [k v])))
  (without [_ k] (Pairs. (remove #(= k (first %)) pairs)))
  (seq [_] (seq pairs))
  (count [_] (count pairs))
  (valAt [this k] (get this k nil))
  (valAt [_ k not-found] (reduce (fn [_ [k2 v]] (if (= k k2) (reduced v) not-found)) not-found pairs))
  (cons [this [k v]] (assoc this k v))
  (empty [_] (Pairs. []))
  java.lang.Iterable
  (iterator [_] (.iterator ^Iterable pairs)))
(def pairs (Pairs. [[:a 1] [:b 2]]))
(show pairs (assoc pairs :c 3) (:a pairs) (:z pairs) (reduce-kv (fn [acc k v] (conj acc k v)) [] pairs) (let [{:keys [a z]} pairs] [a z]))

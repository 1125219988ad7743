; Metadata.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(show (meta [1]) (meta ^:a [1]) (meta (with-meta [1] {:a 1})) (meta (vary-meta ^{:a 1} [1] assoc :b 2)) (meta (conj ^:a [1] 2)) (meta (assoc ^:a {} :x 1)) (meta (map inc ^:a [1])) (meta (seq ^:a [1])) (meta (rest ^:a [1 2])) (meta (into ^:a [] [1])) (meta (empty ^:a [1])) (meta (pop ^:a [1])) (meta (subvec ^:a [1 2] 1)) (meta (dissoc ^:a {:x 1} :x)) (meta (merge ^:a {} {:x 1})) (meta (select-keys ^:a {:x 1} [:x])) (meta (conj ^:a #{} 1)) (meta (conj ^:a '(1) 2)) (meta (cons 1 ^:a '(1))) (meta (with-meta 'a {:x 1})) (meta (with-meta (fn []) {:x 1})) (meta (with-meta (list 1) {:x 1})) (meta (with-meta () {:x 1})) (meta (with-meta (range 3) {:x 1})) (meta (with-meta (lazy-seq [1]) {:x 1})) (= ^:a [1] ^:b [1]) (hash ^:a [1]) (meta (persistent! (transient ^:a {}))) (meta (sort ^:a [2 1])) (meta (vec ^:a [1])) (meta (set ^:a #{1})) (meta (update ^:a {:x 1} :x inc)) (meta 1) (meta nil) (meta "a") (meta (first [^:a [1]])) (meta (with-meta [1] nil)) (meta (atom 1 :meta {:a 1})) (let [a (atom 1)] (alter-meta! a assoc :x 1) (meta a)) (let [a (atom 1)] (reset-meta! a {:y 1}) (meta a)) ((with-meta (fn [x] (inc x)) {:a 1}) 1) (meta (with-meta (with-meta [1] {:a 1}) {:b 2})) (meta (into (with-meta {} {:a 1}) {:b 2})) (meta (reduce conj ^:a [] [1 2])) (meta ^{:a 1 :b 2} {}) (meta (zipmap [1] [2])) (meta (assoc-in ^:a {:x {}} [:x :y] 1)) (meta (mapv inc ^:a [1])) (meta (filterv odd? ^:a [1])) (meta (replace {} ^:a [1])) (meta (with-meta (sorted-map) {:q 1})) (with-meta [1] 5))
(def ^{:doc "d" :my 1} vv 5)
(defn ff "docs" {:added "1.0"} [a b] a)
(defn ^String gg [^long x] (str x))
(defmacro mm "mdoc" [x] x)
(show (:doc (meta #'vv)) (:my (meta #'vv)) (:name (meta #'vv)) (ns-name (:ns (meta #'vv))) (:arglists (meta #'ff)) (:doc (meta #'ff)) (:added (meta #'ff)) (:tag (meta #'gg)) (:arglists (meta #'gg)) (:macro (meta #'mm)) (:arglists (meta #'mm)) (:line (meta #'vv)) (:column (meta #'vv)) (:file? (meta #'vv)) (meta (first (:arglists (meta #'gg)))) (do (alter-meta! #'vv assoc :z 1) (:z (meta #'vv))) (:arglists (meta #'map)) (:private (meta (def ^:private pp 1))) (:line (meta '(a b))) (:column (meta '(a b))))

; A literal is evaluated before its metadata.
(let [f (fn [x] (print x) x)]
  (println (meta ^{:a (f 1)} [(f 2)]))
  (println (meta ^{:a (f 1)} {:k (f 2) :l (f 3)}))
  (println (meta ^{:a (f 1)} #{(f 2)}))
  (println (meta (let [x 1] ^{:a (f x)} [x (f 2)]))))

; Struct maps: their class, what they allow, and how they mix with other maps.
(require 'clojure.set 'clojure.walk 'clojure.pprint)
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println '~form "=>" (try (pr-str ~form)
                                      (catch Throwable e# (pr-str [(class e#) (first (.split (str (ex-message e#)) " [(]"))])))))))

(defstruct point :x :y)
(def p (struct point 1 2))
(def q (struct-map point :y 5 :z 6))

(show p q (struct point) (struct point 1) (struct point 1 2 3) (struct-map point :x) (struct-map point) (struct-map point :z 1 :z 2)
      (create-struct) (create-struct :a :a) (class p) (class point) (map? p) (instance? clojure.lang.IPersistentMap p) (map? point) (coll? p)
      (counted? p) (sorted? p) (ifn? p) (associative? p) (record? p) (seqable? p))
(show (:x p) (p :x) (p :w) (p :w 0) (get q :z) (get q :w :none) (:z q) (count p) (count q) (keys q) (vals q) (seq q) (first q) (rest q) (next (next q))
      (find q :x) (find q :z) (find q :w) (contains? q :x) (contains? q :z) (contains? q :w) (key (first q)))
(show (assoc p :x 9) (class (assoc p :x 9)) (assoc p :w 9) (class (assoc p :w 9)) (dissoc p :x) (dissoc q :z) (dissoc p :w) (class (dissoc q :z))
      (update p :x inc) (merge p {:x 3 :k 4}) (class (merge p {:x 3})) (merge {} p) (into p {:a 1}) (into {} p) (conj p [:a 1]) (conj p {:a 1 :b 2})
      (conj p [:a]) (conj p 1) (conj p nil) (empty p) (empty q) (class (empty q)) (select-keys q [:x :z]) (zipmap (keys q) (vals q)))
(show (= p {:x 1 :y 2}) (= {:x 1 :y 2} p) (= p (struct point 1 2)) (= p q) (.equals p {:x 1 :y 2}) (.equals {:x 1 :y 2} p) (= (hash p) (hash {:x 1 :y 2}))
      (= (.hashCode p) (.hashCode {:x 1 :y 2})) (get {p 1} {:x 1 :y 2}) (get {{:x 1 :y 2} 1} p) (contains? #{p} {:x 1 :y 2}) (compare p p) (== 1 (:x p)))
(show (meta p) (meta (with-meta p {:m 1})) (meta (assoc (with-meta p {:m 1}) :x 3)) (meta (empty (with-meta p {:m 1}))) (meta (vary-meta p assoc :a 1)))
(show (reduce-kv (fn [m k v] (assoc m v k)) {} q) (reduce (fn [acc [k v]] (conj acc k v)) [] q) (transient p) (update-vals q inc) (update-keys q name)
      (map (fn [[k v]] [v k]) q) (for [[k v] q] k) (let [{:keys [x z]} q] [x z]) (apply hash-map (mapcat identity q)) (sort-by val q) (into [] (map val) q)
      (reduced? (reduce (fn [_ e] (reduced e)) nil p)) (some (fn [[k v]] (= v 5)) q) (every? map-entry? q) (rseq p) (nth p 0) (peek p) (str p) (print-str q))
(show ((accessor point :x) p) ((accessor point :x) q) ((accessor point :w) p) ((accessor point :x) {:x 1}) ((accessor point :x) (struct (create-struct :x :y) 1 2))
      (try ((accessor point :x) nil) (catch NullPointerException _ :npe)))
(show (counted? (seq p)) (counted? (rest q)) (vec (.keySet q)) (vec (.values q)) (.get q :x) (.containsKey q :z) (.size q) (.isEmpty p) (.entryAt q :x)
      (iterator-seq (.iterator q)) (.valAt q :w 3) (.containsValue q 6) (.assocEx p :x 1) (.assocEx p :w 1) (.without p :x))
(show (binding [*print-level* 1] (pr-str (struct point [1] {:a 1}))) (binding [*print-length* 1] (pr-str q)) (binding [*print-dup* true] (pr-str p))
      (pr-str (struct (create-struct :a/b :a/c) 1 2)) (clojure.walk/postwalk identity q) (clojure.walk/stringify-keys q) (clojure.set/rename-keys q {:z :w})
      (class (clojure.walk/postwalk identity q)) (with-out-str (clojure.pprint/pprint q)))
; Called with other than one or two arguments: by itself, by apply and as what is run.
(let [point (struct (create-struct :x :y) 1 2)]
  (doseq [call [#(point) #(point 1 2 3) #(apply point nil) #(apply point [:x]) #(apply point [:z 9]) #(apply point [1 2 3])
                #(apply point (range 30)) #(.applyTo point (list :y)) #(.call point)]]
    (println (try (call) (catch Throwable e (str (.getSimpleName (class e)) " " (ex-message e)))))))

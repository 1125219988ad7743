;; Where the hash maps of the platform put an entry, when they grow, and the order in which they show their entries.
(import '(java.util HashMap HashSet Hashtable LinkedHashMap Properties WeakHashMap) 'java.util.concurrent.ConcurrentHashMap
        '(java.util.function BiFunction Function))
(defmacro show [form]
  `(println (try (str ~form) (catch Throwable e# (str (.getName (class e#)) ": " (.getMessage e#))))))

(def words (map (fn [i] (str "w" (mod (* i 7919) 1000))) (range 60)))
(def add (reify BiFunction (apply [_ a b] (+ a b))))
(def counted (reify BiFunction (apply [_ _ n] (inc (or n 0)))))
(def one (reify Function (apply [_ _] 1)))
(doseq [make [#(HashMap.) #(ConcurrentHashMap.) #(Hashtable.) #(WeakHashMap.) #(HashMap. 5) #(ConcurrentHashMap. 5) #(Hashtable. 3)]
        n [5 13 14 30]]
  (let [[put merged made computed all] (repeatedly make) ws (take n words)]
    (doseq [w ws]
      (.put put w 1)
      (.merge merged w 1 add)
      (.computeIfAbsent made w one)
      (.compute computed w counted))
    (.putAll all (zipmap ws (range)))
    (println (.getName (class put)) n)
    (run! println (map str [put merged made computed all]))
    (.remove put (first ws))
    (println (vec (.keySet put)) (vec (.values put)))))
(doseq [n [1 3 11 12 13 24] made [#(HashMap. %) #(ConcurrentHashMap. %) #(Hashtable. %) #(WeakHashMap. %)]]
  (show (made (zipmap (take n words) (range)))))
(show (doto (HashMap. {"a" 1}) (.putAll (zipmap (take 30 words) (range)))))
(show (.clone (doto (Hashtable.) (.putAll (zipmap (take 12 words) (range))))))
(show (HashSet. (take 13 words)))
(let [p (Properties.)]
  (doseq [w (take 20 words)] (.setProperty p w "x"))
  (show p)
  (show (vec (enumeration-seq (.keys p)))))

;; A function that changes the map it computes for
(defn meddling [m] (fn [& _] (.put m "other" 1) 2))
(defn two-args [f] (reify BiFunction (apply [_ a b] (f a b))))
(doseq [make [#(HashMap.) #(LinkedHashMap.) #(Hashtable.)]]
  (show (let [m (make)] (.computeIfAbsent m "a" (reify Function (apply [_ k] ((meddling m) k)))) m))
  (show (let [m (make)] (.compute m "a" (two-args (meddling m))) m))
  (show (let [m (doto (make) (.put "a" 1))] (.computeIfPresent m "a" (two-args (meddling m))) m))
  (show (let [m (doto (make) (.put "a" 1))] (.merge m "a" 5 (two-args (meddling m))) m)))

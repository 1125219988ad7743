; The simple and the canonical names of classes: a $ tells a nested class of the host, and nothing else.
(deftype Plain [a])
(defrecord Rec$ord [a])
(defprotocol Proto (m [x]))
(defn named [])

(doseq [c [String Long/TYPE java.util.AbstractMap$SimpleEntry java.util.Map$Entry (class (int-array 0)) (class (into-array [""]))
           (class (make-array java.util.Map$Entry 0)) Plain Rec$ord (class named) (class map) (class (first {:a 1})) Thread$State
           (:on-interface Proto) (class (into-array Plain []))]]
  (println (.getSimpleName c) (.getCanonicalName c) (.getTypeName c) (.getPackageName c)))

(defn without-numbers [text] (.replaceAll text "\\d+" "N"))
(println (without-numbers (.getSimpleName (class (fn [])))) (without-numbers (.getSimpleName (class (reify Object)))))
(println (.startsWith (.getSimpleName (class (iteration identity))) "core$iteration$reify__"))

; A java.util.Map is no Iterable, unlike Clojure's.
(doseq [m [(java.util.HashMap. {:a 1}) (java.util.TreeMap. {:a 1}) (java.util.LinkedHashMap. {:a 1})
           (java.util.concurrent.ConcurrentHashMap. {:a 1})]]
  (println (try (.iterator m) (catch Throwable e [(class e) (ex-message e)]))))
(println (iterator-seq (.iterator {:a 1})) (iterator-seq (.iterator (sorted-map :a 1))) (map str (iterator-seq (.iterator (.entrySet (java.util.HashMap. {:a 1}))))))
(println (sort (map str (supers Class))) (map str (bases Class)))

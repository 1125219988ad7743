;; keySet, values and entrySet of Clojure's maps are views without changes; entries have the classes of their maps.

(defmacro show [& expressions]
  `(do
     ~@(for [e expressions]
         `(println (pr-str '~e) "=>"
                   (try (pr-str ~e)
                        (catch NullPointerException e# "java.lang.NullPointerException")
                        (catch Throwable t#
                          (let [message# (.getMessage t#)
                                end# (when message# (.indexOf message# " ("))]
                            (str (.getName (class t#)) ": "
                                 (if (and end# (pos? end#)) (subs message# 0 end#) message#)))))))))

(defn id [x] x)

(defn names [x] (.getName (class x)))
(show
 (names (.values {:a 1})) (names (.keySet (sorted-map :a 1))) (names (.entrySet {:a 1})) (str (.values {:a 1 :b nil})) (.keySet {:a 1}) (.entrySet {:a 1})
 (.add (.values {:a 1}) 1) (.remove (.values {:a 1}) 1) (.clear (.keySet {:a 1})) (.contains (.keySet {:a 1}) :a) (.contains (.entrySet {:a 1}) (first {:a 1}))
 (.size (.values {:a 1})) (.size (.keySet {})) (seq (.values {})) (seq (.values {:a 1})) (= (.keySet {:a 1}) #{:a}) (= #{:a} (.keySet {:a 1})) (hash (.keySet {:a 1}))
 (instance? java.util.Set (.entrySet {:a 1})) (instance? java.util.List (.values {:a 1})) (java.util.ArrayList. (.values {:a 1 :b nil})) (vec (.toArray (.values {:a 1})))
 (into [] (.entrySet {:a 1})) (map key (.entrySet {:a 1})) (.isEmpty (.values {}))
 (names (first (java.util.TreeMap. {1 2}))) (names (first (java.util.LinkedHashMap. {1 2}))) (names (first (java.util.HashMap. {1 2}))) (names (first (java.util.Hashtable. {1 2})))
 (names (first (java.util.concurrent.ConcurrentHashMap. {1 2}))) (names (.firstEntry (java.util.TreeMap. {1 2}))) (str (.firstEntry (java.util.TreeMap. {1 2})))
 (vector? (.firstEntry (java.util.TreeMap. {1 2}))) (let [[k v] (.lastEntry (java.util.TreeMap. {1 2}))] [k v]) (.firstEntry (java.util.TreeMap.))
 (key (.floorEntry (java.util.TreeMap. {1 2}) 5)) (.setValue (.firstEntry (java.util.TreeMap. {1 2})) 5) (let [m (java.util.TreeMap. {1 2})] (.setValue (first m) 5) m))

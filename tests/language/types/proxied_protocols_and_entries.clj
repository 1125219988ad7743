;; Proxies of the interface of a protocol, whose methods have the names that the host gives them, and of the map
;; entries and maps of clojure.lang, which bring what follows from a few methods of the program.
(defn fault [f] (try (f) (catch Throwable e [(class e) (ex-message e)])))

(defprotocol Kitchen
  (bake-bread [this] [this flour])
  (hot? [this])
  (stir [this spoon]))

(def cook
  (proxy [user.Kitchen] []
    (bake_bread ([] :loaf) ([flour] [:loaf flour]))
    (hot_QMARK_ [] true)))
(prn (bake-bread cook) (bake-bread cook :rye) (hot? cook) (satisfies? Kitchen cook))
(prn (.bake_bread cook) (.hot_QMARK_ cook))
(prn (fault #(stir cook 1)))

(def idle (proxy [user.Kitchen] [] (bake-bread [] :never)))
(prn (fault #(bake-bread idle)) (fault #(hot? idle)))
(prn (map bake-bread (repeat 3 cook)))

(defrecord Half [] Kitchen (stir [_ spoon] spoon))
(prn (stir (->Half) 2) (fault #(hot? (->Half))) (fault #(bake-bread (->Half) 1)))
(prn (first (fault #(bake-bread (reify Kitchen)))))

(println "entries")
(def entry (proxy [clojure.lang.AMapEntry] [] (key [] :name) (val [] "Ada") (getKey [] :name) (getValue [] "Ada")))
(prn entry (count entry) (nth entry 0) (nth entry 1) (fault #(nth entry 2)) (nth entry 2 :none) (seq entry))
(prn (key entry) (val entry) (let [[k v] entry] [k v]) (map-entry? entry) (vector? entry))
(prn (conj entry 1) (empty entry) (pop entry) (peek entry) (assoc entry 1 "Bob") (= entry [:name "Ada"]) (= [:name "Ada"] entry))
(prn (= (hash entry) (hash [:name "Ada"])) (.hashCode [:name "Ada"]) (get entry 1) (get entry 9) (contains? entry 1) (entry 0))
(prn (conj {} entry) (into [] entry) (rseq entry) (reduce conj [] entry) (fault #(.setValue entry 1)))
(def half-entry (proxy [clojure.lang.AMapEntry] [] (key [] 1) (val [] 2)))
(prn half-entry (fault #(key half-entry)) (fault #(val half-entry)))

(println "maps")
(def lacking (proxy [clojure.lang.APersistentMap] [] (count [] 0)))
(prn (fault #(seq lacking)) (fault #(get lacking 1)) (fault #(dissoc lacking 1)) (count lacking))

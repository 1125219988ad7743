; A lazy seq as a key is looked into where a collection asks for it, and not where anything else does.
(defn lazy [] (lazy-seq (throw (Exception. "realized"))))
(defrecord Point [x])
(defmacro show [& forms]
  `(do ~@(for [f forms] `(println '~f (try (pr-str ~f) (catch Exception e# (ex-message e#)))))))
(show (get {(lazy) 1} 1) (get {(lazy) 1} "a") (get {(lazy) 1} :a) (get {(lazy) 1} 'a) (get {(lazy) 1} nil) (get {(lazy) 1} \a)
      (get {(lazy) 1} 1.5) (get {(lazy) 1} 1N) (get {(lazy) 1} 1/2) (get {(lazy) 1} true) (get {(lazy) 1} #"a")
      (get {(lazy) 1} (java.util.Date. 0)) (get {(lazy) 1} inc) (get {(lazy) 1} Long) (get {(lazy) 1} [1]) (get {(lazy) 1} {})
      (get {(lazy) 1} #{}) (get {(lazy) 1} (java.util.ArrayList.)) (get {(lazy) 1} (java.util.HashMap.)) (get {(lazy) 1} (lazy))
      (contains? {(lazy) 1} 1) (find {(lazy) 1} "a") (dissoc {(lazy) 1} 'a 1) (count (assoc {(lazy) 1} 1 2))
      (count (assoc {(lazy) 1} [1] 2)) (count (assoc {"a" 2} (lazy) 2)) (get {"a" 1} (lazy)) (select-keys {(lazy) 1} [1 :a "a"])
      (get (->Point 1) (lazy)) (contains? (->Point 1) (lazy)) (find (->Point 1) (lazy)))

;; The functions of #inst and #uuid as data readers, and classes in front of vectors and maps.
(defmacro show [form]
  `(println (try (pr-str ~form) (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))

(require '[clojure.instant :as instant])

(show (binding [*data-readers* {'inst instant/read-instant-date}] (read-string "#inst \"2020-02-03\"")))
(show (binding [*data-readers* {'inst (default-data-readers 'inst)}] (read-string "#inst \"2020-02-03T04:05\"")))
(show (binding [*data-readers* {'uuid (default-data-readers 'uuid)}]
        (read-string "#uuid \"550e8400-e29b-41d4-a716-446655440000\"")))
(show ((default-data-readers 'inst) 5))
(show ((default-data-readers 'uuid) 5))
(show (instant/read-instant-date "2020-13"))

(defrecord Counted [^long n])
(deftype Plain [^double d])
(show (read-string "#user.Counted{:n 5}"))
(show (read-string "#user.Counted[6]"))
(show (read-string "#user.Counted{:n \"a\"}"))
(show (read-string "#user.Counted[\"a\"]"))
(show (read-string "#user.Counted[nil]"))
(show (read-string "#user.Counted{}"))
(show (read-string "#user.Plain[\"a\"]"))
(show (.d (read-string "#user.Plain[2]")))
(show (read-string "#user.Counted[1 2]"))
(show (read-string "#user.Plain{:d 2}"))

(show (binding [*print-dup* true] (pr-str (->Counted 7))))
(show (binding [*print-dup* true *verbose-defrecords* true] (pr-str (->Counted 7))))
(show (binding [*print-dup* true *verbose-defrecords* true] (pr-str [(assoc (->Counted 7) :more 1)])))
(show (binding [*verbose-defrecords* true] (pr-str (->Counted 7))))

;; A record that is an entry of a map.
(defrecord Pair [k v]
  java.util.Map$Entry
  (getKey [_] k)
  (getValue [_] v))
(show (conj {} (->Pair :a 1)))
(show (conj (sorted-map :b 2) (->Pair :a 1)))
(show (conj (->Counted 1) (->Pair :n 2)))
(show (persistent! (conj! (transient {}) (->Pair :a 1))))
(show (into {} [(->Pair :a 1) (->Pair :b 2)]))
(show (merge {:x 1} (->Pair :a 1)))

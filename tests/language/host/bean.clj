;; The properties of a host object as a map that asks it.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println '~form "=>" (try (pr-str ~form) (catch Throwable e# [(class e#) (ex-message e#)]))))))

(defn sorted [x] (into (sorted-map) (bean x)))
(show
 (sorted (java.util.UUID. 3 4))
 (sorted (java.net.URI. "ftp://me@host:21/a%20b?q#f"))
 (dissoc (sorted (java.time.LocalDate/of 2024 2 29)) :chronology :era :dayOfWeek :month)
 (sort (keys (bean (java.util.Date. 0))))
 (:time (bean (java.util.Date. 77)))
 (let [{:keys [name absolute parent]} (bean (java.io.File. "a/b.txt"))] [name absolute parent])
 (select-keys (bean (ex-info "oh" {:a 1} (Exception. "why"))) [:message :data :localizedMessage])
 (-> (Exception. "a" (Exception. "b")) bean :cause bean :message)
 (try (bean nil) (catch NullPointerException _ :null)))
(let [d (java.util.Date. 1)
      b (bean d)]
  (show (:time b) (do (.setTime d 2) (:time b)) (b :time) (get b :none :no) (b :none) (map? b) (count b) (contains? b :day) (find b :time)
        (:time (assoc b :extra 1)) (contains? (dissoc b :time) :time) (:extra (conj b [:extra 2])) (:extra (merge b {:extra 3}))
        (= b (into {} b)) (map? (assoc b :extra 1)) (some #{:time} (keys b)) (select-keys b [:time :none])
        (reduce-kv (fn [n k _] (if (= k :time) (inc n) n)) 0 b)))
;; What is not asked for is not called.
(show (:host (bean (java.net.URL. "http://localhost:1/x"))) (:port (bean (java.net.URL. "http://localhost:1/x"))))

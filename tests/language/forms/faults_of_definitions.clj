;; What the compiler says of definitions, in which phase and where.
(require '[clojure.edn])

(defn fault [text]
  (try
    [[:value (clojure.lang.Compiler/load (java.io.StringReader. text) "dir/x.clj" "x.clj")]]
    (catch Throwable e
      (loop [e e shown []]
        (if e
          (recur (ex-cause e) (conj shown [(class e) (ex-message e) (into (sorted-map) (dissoc (ex-data e) :clojure.spec.alpha/problems :clojure.spec.alpha/spec :clojure.spec.alpha/value :clojure.spec.alpha/args))]))
          shown)))))

(defmacro faults [& texts]
  `(doseq [text# [~@texts]]
     (println text#)
     (run! (fn [line#] (println " " line#)) (fault text#))))

(defprotocol Shape (area [this]))

(faults
 "(reify Nothing)"
 "\n  (deftype T [x] Nothing)"
 "(defrecord R [x]\n Nothing (bar [this]))"
 "(do 1 (reify user/Shape (perimeter [this] 1)))"
 "(reify Object (foo [this] 1))"
 "(deftype T [x] user/Shape (area [this y] 1))"
 "(clojure.core/spread 1)"
 "(do (clojure.core/spread 1))"
 "(map clojure.core/spread [1])"
 "(defmethod inc 1 [x] x)"
 "#uuid 1"
 "(read (java.io.PushbackReader. (java.io.StringReader. \"(\")))"
 "(condp = 1 :a :>>)"
 "(condp = :a :a :>>)")

(println (condp = :a :a :>>))

(println (re-find #"symbol: p0__" (ex-message (ex-cause (try (load-string "#(%0)") (catch Exception e e))))))

;; Readers that cannot take anything back.
(println (map (fn [read] (try (read (java.io.StringReader. "1")) (catch ClassCastException e (class e)))) [read clojure.edn/read]))

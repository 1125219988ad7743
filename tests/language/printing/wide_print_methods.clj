;; A program's print-method for a wide class is not that of what Clojure prints by a method of its own:
;; numbers, texts, collections. What is removed is gone; get-method finds Clojure's.
(defrecord R [a])
(defrecord RD [a] clojure.lang.IDeref (deref [_] :d))
(deftype T [a])
(def things
  [1 2.5 3N 4M 1/2 (byte 1) (float 1) "s" \c :k 'sym nil true [1] '(1) {:a 1} #{1} (map inc [1]) (range 2) (sorted-map 1 2) #"re"
   #'map inc Long #inst "2020-01-01" (java.util.ArrayList. [1]) (java.util.HashMap. {1 2}) (java.util.HashSet. [1]) (->R 1) (T. 1)
   #uuid "00000000-0000-0001-0000-000000000002" (tagged-literal 'x 1) (int-array 1) (java.util.ArrayDeque. [1]) (cons 1 nil)
   (first {:a 1}) (subvec [1 2] 1) clojure.lang.PersistentQueue/EMPTY (Exception. "x") (atom 1) (delay 1)])
(defn- shown [x]
  (try (let [s (pr-str x)]
         (cond (re-find #"0x" s) "#object" (re-find #"#error" s) "#error" :else s))
    (catch IllegalArgumentException e (subs (.getMessage e) 0 16))))
(defn- show-all [] (println (apply str (interpose " " (map shown things)))))
(defmacro with-method [c]
  `(do (defmethod print-method ~c [_# w#] (.write ^java.io.Writer w# "<own>"))
       (println '~c)
       (show-all)
       (remove-method print-method ~c)))

(show-all)
(defmethod print-method :default [_ w] (.write ^java.io.Writer w "DEF"))
(show-all)
(with-method clojure.lang.Named)
(with-method CharSequence)
(with-method clojure.lang.Fn)
(with-method T)
(with-method R)
(with-method clojure.lang.PersistentQueue)
(defmethod print-method Number [_ w] (.write ^java.io.Writer w "NUM"))
(show-all)
(defmethod print-method Object [_ w] (.write ^java.io.Writer w "OBJ"))
(show-all)
(println (str 1.5 [1 "a"]) (with-out-str (print [1 "a" (T. 1)])) (with-out-str (prn {:n 1 :t (T. 1)})))
(remove-method print-method java.util.Date)
(println (shown #inst "2020-01-01"))
(println (shown (->RD 1)))
(prefer-method print-method clojure.lang.IRecord clojure.lang.IDeref)
(println (shown (->RD 1)))
(let [w (java.io.StringWriter.)]
  ((get-method print-method clojure.lang.IPersistentMap) {:a 'b} w)
  ((get-method print-method String) "t" w)
  (println (str w)))
(println (every? (methods print-method) [nil Object Number String clojure.lang.ISeq java.util.Map])
         (get (prefers print-method) clojure.lang.ISeq))

;; A method of the very class is not compared with those that are preferred to the class's ancestors.
(defprotocol Wide (wide [x]))
(defrecord Both [a] Wide (wide [_] 1) java.io.Closeable (close [_]))
(defmulti kind class)
(defmethod kind java.util.Map [_] :map)
(defmethod kind java.io.Closeable [_] :closeable)
(prefer-method kind java.io.Closeable java.util.Map)
(println (kind (->Both 1)))
(defmethod kind Both [_] :both)
(println (kind (->Both 1)))

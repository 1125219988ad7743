;; A bank: refs and transactions, validators, watches, exceptions with data, money as BigDecimal.
(ns bank
  (:require [clojure.string :as str]))

(defrecord Account [id owner balance history])

(defn account [id owner]
  (ref (->Account id owner 0.00M [])
       :validator (fn [{:keys [balance]}]
                    (or (>= balance 0M)
                        (throw (ex-info "Insufficient funds" {:type ::overdraft :balance balance}))))))

(defn money [x] (.setScale (bigdec x) 2 java.math.RoundingMode/HALF_EVEN))

(defn deposit! [acct amount]
  (when-not (pos? amount)
    (throw (IllegalArgumentException. (str "Bad amount: " amount))))
  (dosync
   (alter acct (fn [a] (-> a (update :balance + (money amount)) (update :history conj [:deposit (money amount)]))))))

(defn withdraw! [acct amount]
  (dosync
   (alter acct #(-> % (update :balance - (money amount)) (update :history conj [:withdraw (money amount)])))))

(defn transfer! [from to amount]
  (dosync
   (withdraw! from amount)
   (deposit! to amount)
   (commute from update :history conj [:to (:id @to)])
   (commute to update :history conj [:from (:id @from)])))

(def ann (account 1 "Ann"))
(def bob (account 2 "Bob"))
(def events (atom []))
(add-watch ann :log (fn [k r old new] (swap! events conj [k (:balance old) (:balance new)])))

(defmacro attempt [& body]
  `(try
     ~@body
     :ok
     (catch clojure.lang.ExceptionInfo e# [(ex-message e#) (ex-data e#)])
     (catch IllegalArgumentException e# (.getMessage e#))
     (catch Exception e# [(class e#) (.getMessage e#)])))

(println (attempt (deposit! ann 100)))
(println (attempt (deposit! bob 50.005)))
(println (attempt (transfer! ann bob 30.25M)))
(println (attempt (transfer! ann bob 1000)))
(println (attempt (deposit! ann -5)))
(println (attempt (deposit! ann nil)))
(println (attempt (withdraw! bob 80.26M)))
(println (mapv (comp :balance deref) [ann bob]))
(doseq [a [ann bob]] (println (:owner @a) (:history @a)))
(println @events)
(println @ann)
(println (attempt (alter ann assoc :balance 1M)))
(println (dosync (ensure ann) (ref-set bob (->Account 2 "Robert" 1M []))))

(defn interest [balance rate years]
  (with-precision 12 :rounding HALF_UP
    (nth (iterate #(* % (+ 1M rate)) balance) years)))
(println (map #(money (interest 1000M 0.035M %)) [0 1 5 10 30]))
(printf "%-10s|%12s|%10.2f%n" "Ann" (:balance @ann) (:balance @ann))
(println (str/join "\n" (for [[a b] (partition 2 1 [1 10.5 100.25 1000.125])] (format "%,10.2f -> %,10.2f" (double a) (double b)))))
(println (try (dosync (alter ann assoc :balance 5M) (throw (Exception. "rolled back"))) (catch Exception e [(ex-message e) (:balance @ann)])))
(def total (agent 0M))
(doseq [a [ann bob]] (send total + (:balance @a)))
(await total)
(println @total)
(remove-watch ann :log)
(set-validator! ann nil)
(println (:balance (dosync (alter ann update :balance - 1000M))))
(shutdown-agents)

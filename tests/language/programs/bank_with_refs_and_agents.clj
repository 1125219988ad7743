; A bank: accounts in refs, a journal in an agent, statistics in atoms, transfers from many threads.
(ns bank
  (:require [clojure.string :as str]))

(defrecord Account [id owner balance history])

(defonce accounts (ref (sorted-map)))
(def journal (agent [] :error-mode :continue))
(def statistics (atom {:transfers 0 :rejected 0}))
(def ^:dynamic *clerk* "nobody")

(defn- positive! [amount]
  (when-not (pos? amount)
    (throw (IllegalArgumentException. (format "amount must be positive: %s" amount))))
  amount)

(defn open!
  "Opens an account; the initial deposit is optional."
  ([id owner] (open! id owner 0M))
  ([id owner deposit]
   {:pre [(keyword? id) (not (str/blank? owner))]
    :post [(= id (:id @%))]}
   (dosync
    (when (contains? @accounts id)
      (throw (ex-info "account exists" {:type ::duplicate :id id})))
    (let [account (ref (->Account id owner (bigdec deposit) [])
                       :validator (fn [a] (or (>= (:balance a) 0M)
                                              (throw (ex-info "overdrawn" {:type ::overdrawn :id (:id a) :balance (:balance a)})))))]
      (alter accounts assoc id account)
      account))))

(defn account [id]
  (or (@accounts id)
      (throw (ex-info (str "no account " id) {:type ::unknown :id id}))))

(defn- book [account kind amount]
  (-> account
      (update :balance (case kind :in + :out -) amount)
      (update :history conj [kind amount *clerk*])))

(defn deposit! [id amount]
  (positive! amount)
  (dosync (alter (account id) book :in (bigdec amount))))

(defn withdraw! [id amount]
  (positive! amount)
  (dosync (alter (account id) book :out (bigdec amount))))

(defn transfer! [from to amount]
  (try
    (positive! amount)
    (let [result (dosync
                  (alter (account from) book :out (bigdec amount))
                  (alter (account to) book :in (bigdec amount))
                  (send journal conj {:from from :to to :amount amount})
                  :done)]
      (swap! statistics update :transfers inc)
      result)
    (catch clojure.lang.ExceptionInfo e
      (swap! statistics update :rejected inc)
      (:type (ex-data e)))))

(defn total [] (dosync (reduce + (map (comp :balance deref val) (ensure accounts)))))

(defn statement [id]
  (let [{:keys [owner balance history]} @(account id)]
    (str/join "\n"
              (concat [(format "%-8s%12s" owner balance)]
                      (for [[i [kind amount clerk]] (map-indexed vector history)]
                        (format "%3d %-4s%10.2f  %s" (inc i) (name kind) amount clerk))))))

(open! :anna "Anna" 100)
(open! :bob "Bob" 50.25M)
(open! :eve "Eve")
(println (map (fn [[id r]] [id (:balance @r)]) @accounts))
(println (try (open! :anna "Anna again") (catch Exception e [(ex-message e) (ex-data e)])))
(println (try (open! "x" "y") (catch AssertionError e (ex-message e))))
(println (try (deposit! :anna -1) (catch IllegalArgumentException e (ex-message e))))
(println (try (withdraw! :zed 1) (catch Exception e (ex-data e))))
(println (try (withdraw! :eve 1) (catch Exception e [(class e) (ex-data e)])))
(binding [*clerk* "Carl"]
  (deposit! :eve 20)
  (println (transfer! :anna :eve 30.5M)))
(println (transfer! :bob :eve 1000) (transfer! :bob :nobody 1))
(println (statement :eve))
(println (statement :anna))
(println (total) @statistics)

;; Many threads move money in circles: the total stays.
(let [ids [:anna :bob :eve]
      workers (doall (for [w (range 4)]
                       (future
                         (binding [*clerk* (str "w" w)]
                           (dotimes [i 50]
                             (transfer! (ids (mod (+ i w) 3)) (ids (mod (+ i w 1) 3)) 1))))))]
  (run! deref workers)
  (println "total" (total)))
(await journal)
(println (count @journal) (= (:transfers @statistics) (count @journal)))
(println (= 200 (+ (:transfers @statistics) (:rejected @statistics) -1 -2)))

;; The agent goes on after a failure, watches see every step.
(add-watch journal :size (fn [k _ old new] (when (< (count new) (count old)) (println k "shrank"))))
(set-error-handler! journal (fn [a e] (println "journal:" (ex-message e))))
(send journal (fn [_] (throw (ex-info "torn page" {}))))
(send journal subvec 0 3)
(await journal)
(println (count @journal) (agent-error journal))
(remove-watch journal :size)

;; A transaction runs again when what it read has changed; its effects are seen once.
(let [r (ref 0) tries (atom 0)]
  (dosync
   (swap! tries inc)
   (let [seen @r]
     (when (= 1 @tries) @(future (dosync (alter r inc))))
     (ref-set r (+ seen 10))))
  (println @r @tries))
(println (let [r (ref 1)] (dosync (commute r + 5) (commute r * 2) @r)))
(println (try (dosync (io! "no effects here" (println "never"))) (catch IllegalStateException e (ex-message e))))
(println (try (ref-set (ref 1) 2) (catch IllegalStateException e (ex-message e))))
(let [history (ref 0 :min-history 2 :max-history 5)]
  (println (ref-min-history history) (ref-max-history history)))
(let [[old new] (swap-vals! statistics assoc :closed true)]
  (println (:closed old) (:closed new) (compare-and-set! statistics new {}) @statistics))
(shutdown-agents)

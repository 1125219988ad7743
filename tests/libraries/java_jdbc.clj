;; clojure.java.jdbc with a connection of the program itself, which shows what it is asked.
(ns java-jdbc
  (:require [clojure.java.jdbc :as j])
  (:import (java.sql BatchUpdateException Connection DatabaseMetaData ParameterMetaData PreparedStatement ResultSet ResultSetMetaData
                     SQLException Statement)))

(def answers
  {"SELECT * FROM fruit" [["ID" "NAME" "COST"] [[1 "Apple" 59] [2 "Banana" 29] [3 nil 139]]]
   "SELECT * FROM fruit WHERE cost < ?" [["ID" "NAME"] [[2 "Banana"]]]
   "SELECT * FROM fruit WHERE id = ?" [["ID" "NAME"] [[2 "Banana"]]]
   "SELECT * FROM fruit WHERE name = ? AND cost = ? ORDER BY id" [["ID" "NAME"] [[1 "Apple"]]]
   "SELECT a.id, b.id FROM a, b" [["ID" "ID"] [[1 2] [3 4]]]})

(defn columns [labels]
  (reify ResultSetMetaData
    (getColumnCount [_] (count labels))
    (getColumnLabel [_ i] (nth labels (dec i)))))

(defn result-set [[labels rows]]
  (let [at (atom -1)]
    (reify ResultSet
      (next [_] (< (swap! at inc) (count rows)))
      (^Object getObject [_ ^int i] (get-in rows [@at (dec i)]))
      (^Object getObject [_ ^String label] (get-in rows [@at (.indexOf ^java.util.List labels (.toUpperCase label))]))
      (getMetaData [_] (columns labels))
      (close [_] (println "  close result set")))))

(declare db)

(defn statement [sql]
  (let [parameters (atom (sorted-map)) batch (atom [])]
    (reify PreparedStatement
      (setObject [_ i v] (swap! parameters assoc i v) nil)
      (getConnection [_] (:connection db))
      (setQueryTimeout [_ n] (println "  timeout" n))
      (setFetchSize [_ n] (println "  fetch size" n))
      (getParameterMetaData [_] (reify ParameterMetaData (getParameterCount [_] 0)))
      (executeQuery [_] (println "  query" sql (vals @parameters)) (result-set (answers sql [[] []])))
      (^int executeUpdate [_]
        (println "  update" sql (vals @parameters))
        (when (re-find #"broken" sql) (throw (SQLException. "no such table" "42S02" 942)))
        (int 1))
      (^void addBatch [_] (swap! batch conj (vec (vals @parameters))) nil)
      (^void addBatch [_ ^String text] (swap! batch conj text) nil)
      (^ints executeBatch [_]
        (println "  batch" sql @batch)
        (when (some #{"DROP TABLE broken"} @batch)
          (throw (BatchUpdateException. "batch failed" "HY000" 7 (int-array [1 Statement/EXECUTE_FAILED]))))
        (int-array (repeat (count @batch) 1)))
      (getGeneratedKeys [_] (result-set [["GENERATED_KEY"] [[42]]]))
      (close [_] (println "  close statement")))))

(defn connection []
  (let [auto (atom true) level (atom Connection/TRANSACTION_READ_COMMITTED) read-only (atom false)]
    (reify Connection
      (^PreparedStatement prepareStatement [_ ^String sql] (statement sql))
      (^PreparedStatement prepareStatement [_ ^String sql ^int keys] (println "  keys" keys) (statement sql))
      (^PreparedStatement prepareStatement [_ ^String sql ^int kind ^int concurrency] (println "  kind" kind concurrency) (statement sql))
      (^Statement createStatement [_] (statement nil))
      (getAutoCommit [_] @auto)
      (setAutoCommit [_ on] (println "  auto-commit" on) (reset! auto on) nil)
      (getTransactionIsolation [_] @level)
      (setTransactionIsolation [_ l] (println "  isolation" l) (reset! level l) nil)
      (isReadOnly [_] @read-only)
      (setReadOnly [_ on] (reset! read-only on) nil)
      (commit [_] (println "  commit"))
      (^void rollback [_] (println "  rollback"))
      (getMetaData [_] (reify DatabaseMetaData (getDatabaseProductName [_] "Ours")))
      (close [_] (println "  close connection")))))

(def db {:connection (connection)})

(println (j/query db ["SELECT * FROM fruit"]))
(println (j/query db ["SELECT * FROM fruit WHERE cost < ?" 50] {:row-fn :name :result-set-fn first}))
(println (j/query db ["SELECT * FROM fruit"] {:as-arrays? true}))
(println (j/query db "SELECT * FROM fruit" {:identifiers identity :row-fn #(select-keys % ["NAME"]) :keywordize? false}))
(println (j/query db ["SELECT * FROM fruit"] {:qualifier "fruit" :result-set-fn set :row-fn :fruit/id}))
(println (j/query db ["SELECT a.id, b.id FROM a, b"]))
(println (j/query db ["SELECT * FROM fruit" ] {:fetch-size 10 :timeout 3 :result-type :forward-only :concurrency :read-only}))
(println (j/get-by-id db :fruit 2))
(println (j/find-by-keys db :fruit {:name "Apple" :cost 59} {:order-by [:id]}))
(println (reduce (fn [sum {:keys [cost]}] (+ sum cost)) 0 (j/reducible-query db ["SELECT * FROM fruit"])))
(println (into [] (map #(select-keys % [:name])) (j/reducible-query db ["SELECT * FROM fruit"])))
(println (j/insert! db :fruit {:name "Cherry" :cost 3}))
(println (j/insert! db :fruit [:name :cost] ["Fig" 4]))
(println (j/insert-multi! db :fruit [{:name "Kiwi"} {:name "Lime"}]))
(println (j/insert-multi! db :fruit [:name :cost] [["Mango" 1] ["Nut" 2]]))
(println (j/update! db :fruit {:cost 5} ["id = ?" 1]))
(println (j/delete! db :fruit ["cost > ?" 100] {:entities (j/quoted \")}))
(println (j/execute! db ["UPDATE fruit SET cost = cost + ?" 1]))
(println (j/execute! db ["INSERT INTO fruit VALUES (?)" [1] [2]] {:multi? true}))
(println (j/db-do-commands db [(j/create-table-ddl :fruit [[:id :int "PRIMARY KEY"] [:name "VARCHAR(32)"]] {:conditional? true})
                               (j/drop-table-ddl :fruit)]))
(println (j/with-db-transaction [t db {:isolation :serializable :read-only? true}]
           (j/execute! t ["DELETE FROM fruit"])
           (j/with-db-transaction [u t] (j/db-set-rollback-only! u) (j/db-is-rollback-only u))))
(println (try (j/with-db-transaction [t db] (j/execute! t ["UPDATE broken SET a = 1"]))
              (catch SQLException e [(.getMessage e) (.getSQLState e) (.getErrorCode e)])))
(println (try (j/db-do-commands db ["DROP TABLE broken"])
              (catch BatchUpdateException e (j/print-update-counts e) (.getMessage e))))
(j/print-sql-exception-chain (doto (SQLException. "one" "S1" 1) (.setNextException (SQLException. "two" "S2"))))
(println (j/as-sql-name (j/quoted :mysql) :a.b) (j/as-sql-name (j/quoted [\[ \]]) "x"))
(println (try (j/get-connection {:connection-uri "jdbc:none:x"}) (catch SQLException e (.getMessage e))))
(println (try (j/get-connection {:dbtype "nothing" :dbname "x"}) (catch Exception e (ex-message e))))
(println (j/metadata-query (result-set [["A"] [[1]]])))

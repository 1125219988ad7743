;; java.sql without a database: constants, exceptions and DriverManager with a driver of the program itself.
(ns sql (:import (java.sql BatchUpdateException Connection Driver DriverManager PreparedStatement ResultSet ResultSetMetaData SQLException
                           SQLFeatureNotSupportedException SQLIntegrityConstraintViolationException SQLNonTransientException
                           SQLSyntaxErrorException SQLTimeoutException SQLTransientException SQLWarning Statement Types)
                 (javax.sql DataSource)))
(set! *warn-on-reflection* false)
(println ResultSet/TYPE_FORWARD_ONLY ResultSet/CONCUR_UPDATABLE Statement/RETURN_GENERATED_KEYS Statement/EXECUTE_FAILED
         PreparedStatement/NO_GENERATED_KEYS Connection/TRANSACTION_SERIALIZABLE Types/VARCHAR Types/TIMESTAMP_WITH_TIMEZONE
         ResultSetMetaData/columnNullable java.sql.DatabaseMetaData/importedKeyCascade (class Types/NULL)
         (class java.sql.DatabaseMetaData/tableIndexOther))
(println (sort (map #(.getName ^Class %) (supers PreparedStatement))) (supers ResultSetMetaData) (isa? Connection java.lang.AutoCloseable) (isa? DataSource java.sql.Wrapper))
(println (isa? SQLSyntaxErrorException SQLNonTransientException) (isa? SQLTimeoutException SQLTransientException) (isa? SQLWarning SQLException))
(defn facts [^SQLException e] [(.getSimpleName (class e)) (.getMessage e) (.getSQLState e) (.getErrorCode e) (some-> (.getCause e) .getMessage)])
(def c (Exception. "cause"))
(doseq [e [(SQLException.) (SQLException. "m") (SQLException. "m" "08001") (SQLException. "m" "08001" 7) (SQLException. "m" c) (SQLException. c)
           (SQLException. "m" "08001" c) (SQLException. "m" "08001" 7 c) (SQLSyntaxErrorException. "m" "42000" 3)
           (SQLIntegrityConstraintViolationException. "dup" "23505") (SQLFeatureNotSupportedException. "no") (SQLWarning. "w" "01000" 1)
           (BatchUpdateException. "b" "HY000" 9 (int-array [1 -3]))]]
  (println (facts e)))
(def b (BatchUpdateException. "b" (int-array [1 -3 2])))
(println (seq (.getUpdateCounts b)) (class (.getUpdateCounts b)) (seq (.getUpdateCounts (BatchUpdateException. (int-array [4])))))
(println (.getMessage (BatchUpdateException. (int-array [4]))) (.getUpdateCounts (BatchUpdateException.)))
(def e (SQLException. "first" "S" 1 (Exception. "c1" (Exception. "c2"))))
(println (.setNextException e (SQLException. "second" (Exception. "c3"))) (.setNextException e (SQLException. "third")))
(println (map ex-message e) (ex-message (.getNextException e)) (.getNextException (.getNextException (.getNextException e))))
(println (ex-data e) (str (SQLException. "x" "y" 3)))
(def w (doto (SQLWarning. "w1") (.setNextWarning (SQLWarning. "w2"))))
(println (.getMessage (.getNextWarning w)))
(println (try (throw (SQLTimeoutException. "late")) (catch SQLTransientException e (.getMessage e))))

;; A driver of the program's own.
(def rows [[1 "Ada"] [2 "Grace"]])
(defn result-set []
  (let [at (atom -1)]
    (reify ResultSet
      (next [_] (< (swap! at inc) (count rows)))
      (^Object getObject [_ ^int i] (get-in rows [@at (dec i)]))
      (getMetaData [_] (reify ResultSetMetaData
                         (getColumnCount [_] 2)
                         (getColumnLabel [_ i] (["ID" "NAME"] (dec i)))))
      (close [_] (println "closed")))))
(defn connection [] (reify Connection (close [_] (println "connection closed")) (isClosed [_] false) (getCatalog [_] "people")))
(def driver
  (reify Driver
    (acceptsURL [_ url] (.startsWith url "jdbc:ours:"))
    (connect [_ url info] (when (.startsWith url "jdbc:ours:")
                            (println url (into (sorted-map) info))
                            (if (= url "jdbc:ours:bad") (throw (SQLException. "refused" "08004")) (connection))))
    (getMajorVersion [_] 1)
    (getMinorVersion [_] 2)
    (jdbcCompliant [_] false)))
(println (resultset-seq (result-set)))
(println (filter #{driver} (enumeration-seq (DriverManager/getDrivers))))
(println (DriverManager/registerDriver driver))
(println (= [driver] (filter #{driver} (enumeration-seq (DriverManager/getDrivers)))) (= driver (DriverManager/getDriver "jdbc:ours:x")))
(with-open [c (DriverManager/getConnection "jdbc:ours:people" "u" "p")] (println (.getCatalog c) (instance? Connection c)))
(with-open [c (DriverManager/getConnection "jdbc:ours:people" (doto (java.util.Properties.) (.setProperty "a" "b")))] (println (.isClosed c)))
(doseq [url ["jdbc:none:x" "jdbc:ours:bad" nil]]
  (println (try (DriverManager/getConnection url) (catch SQLException e (facts e)))))
(println (try (DriverManager/getDriver "jdbc:none:x") (catch SQLException e (facts e))))
(println (DriverManager/deregisterDriver driver) (filter #{driver} (enumeration-seq (DriverManager/getDrivers))))
(println (DriverManager/getLoginTimeout) (DriverManager/setLoginTimeout 5) (DriverManager/getLoginTimeout))
(println (try (DriverManager/getConnection "jdbc:ours:people") (catch SQLException e (facts e))))

;; Several drivers: in their order, each once, and only until one answers. Drivers are told apart by identity.
(deftype Named [label]
  Object
  (equals [_ other] (instance? Named other))
  (hashCode [_] 1)
  Driver
  (acceptsURL [_ url] (println "accepts?" label) (.startsWith url "jdbc:named:"))
  (connect [_ url info]
    (println "asked" label)
    (case label
      "none" nil
      "broken" (throw (SQLException. "broken"))
      (reify Connection (getCatalog [_] label)))))
(def named (mapv ->Named ["none" "broken" "a" "b"]))
(def action (reify java.sql.DriverAction (deregister [_] (println "told"))))
(DriverManager/registerDriver (named 0))
(DriverManager/registerDriver (named 0))
(DriverManager/registerDriver (named 1) action)
(DriverManager/registerDriver (named 2) action)
(DriverManager/registerDriver (named 3) action)
(println (map (fn [^Named d] (.label d)) (filter (fn [d] (instance? Named d)) (enumeration-seq (DriverManager/getDrivers)))))
(println (.getCatalog (DriverManager/getConnection "jdbc:named:x")))
(println (.label ^Named (DriverManager/getDriver "jdbc:named:x")))
(DriverManager/deregisterDriver (named 2))
(println (.getCatalog (DriverManager/getConnection "jdbc:named:x")))
(DriverManager/deregisterDriver (named 3))
(DriverManager/deregisterDriver (named 3))
(println (try (DriverManager/getConnection "jdbc:named:x") (catch SQLException e (facts e))))
(DriverManager/deregisterDriver (Named. "other"))
(DriverManager/deregisterDriver nil)
(println (try (DriverManager/registerDriver nil) (catch NullPointerException _ "no driver")))
(run! (fn [d] (DriverManager/deregisterDriver d)) named)
(println (filter (fn [d] (instance? Named d)) (enumeration-seq (DriverManager/getDrivers))))
(println (try (.setNextWarning (SQLWarning. "a") (identity (SQLException. "b"))) (catch ClassCastException _ :refused)))

;; java.sql without a driver: the constants of its interfaces, and DriverManager, which asks the drivers that the program
;; registers. Its exceptions are among the throwables of core.
(ns clojure.host.sql
  (:require [clojure.host.defclass :refer [defclass extend-class]])
  (:import (java.sql Driver DriverAction DriverManager SQLException)
           (java.util Collections Properties)))

(defmacro ^:private def-constants
  "Gives a class static fields, whose values are converted by `convert`."
  [class-sym convert & constants]
  `(extend-class ~class-sym
     :static
     ~@(map (fn [[label value]] (list :field label (list convert value))) (partition 2 constants))))

(def-constants java.sql.Connection int
  TRANSACTION_NONE 0 TRANSACTION_READ_UNCOMMITTED 1 TRANSACTION_READ_COMMITTED 2 TRANSACTION_REPEATABLE_READ 4
  TRANSACTION_SERIALIZABLE 8)
(def-constants java.sql.DatabaseMetaData int
  procedureResultUnknown 0 procedureNoResult 1 procedureReturnsResult 2 procedureColumnUnknown 0 procedureColumnIn 1
  procedureColumnInOut 2 procedureColumnOut 4 procedureColumnReturn 5 procedureColumnResult 3 procedureNoNulls 0
  procedureNullable 1 procedureNullableUnknown 2 columnNoNulls 0 columnNullable 1 columnNullableUnknown 2
  bestRowTemporary 0 bestRowTransaction 1 bestRowSession 2 bestRowUnknown 0 bestRowNotPseudo 1 bestRowPseudo 2
  versionColumnUnknown 0 versionColumnNotPseudo 1 versionColumnPseudo 2 importedKeyCascade 0 importedKeyRestrict 1
  importedKeySetNull 2 importedKeyNoAction 3 importedKeySetDefault 4 importedKeyInitiallyDeferred 5
  importedKeyInitiallyImmediate 6 importedKeyNotDeferrable 7 typeNoNulls 0 typeNullable 1 typeNullableUnknown 2
  typePredNone 0 typePredChar 1 typePredBasic 2 typeSearchable 3 sqlStateXOpen 1 sqlStateSQL 2 sqlStateSQL99 2
  functionColumnUnknown 0 functionColumnIn 1 functionColumnInOut 2 functionColumnOut 3 functionReturn 4
  functionColumnResult 5 functionNoNulls 0 functionNullable 1 functionNullableUnknown 2 functionResultUnknown 0
  functionNoTable 1 functionReturnsTable 2)
(def-constants java.sql.DatabaseMetaData short
  tableIndexStatistic 0 tableIndexClustered 1 tableIndexHashed 2 tableIndexOther 3 attributeNoNulls 0
  attributeNullable 1 attributeNullableUnknown 2)
(def-constants java.sql.ParameterMetaData int
  parameterNoNulls 0 parameterNullable 1 parameterNullableUnknown 2 parameterModeUnknown 0 parameterModeIn 1
  parameterModeInOut 2 parameterModeOut 4)
(def-constants java.sql.ResultSet int
  FETCH_FORWARD 1000 FETCH_REVERSE 1001 FETCH_UNKNOWN 1002 TYPE_FORWARD_ONLY 1003 TYPE_SCROLL_INSENSITIVE 1004
  TYPE_SCROLL_SENSITIVE 1005 CONCUR_READ_ONLY 1007 CONCUR_UPDATABLE 1008 HOLD_CURSORS_OVER_COMMIT 1
  CLOSE_CURSORS_AT_COMMIT 2)
(def-constants java.sql.ResultSetMetaData int
  columnNoNulls 0 columnNullable 1 columnNullableUnknown 2)
(def-constants java.sql.Statement int
  CLOSE_CURRENT_RESULT 1 KEEP_CURRENT_RESULT 2 CLOSE_ALL_RESULTS 3 SUCCESS_NO_INFO -2 EXECUTE_FAILED -3
  RETURN_GENERATED_KEYS 1 NO_GENERATED_KEYS 2)
(def-constants java.sql.Types int
  BIT -7 TINYINT -6 SMALLINT 5 INTEGER 4 BIGINT -5 FLOAT 6 REAL 7 DOUBLE 8 NUMERIC 2 DECIMAL 3 CHAR 1 VARCHAR 12
  LONGVARCHAR -1 DATE 91 TIME 92 TIMESTAMP 93 BINARY -2 VARBINARY -3 LONGVARBINARY -4 NULL 0 OTHER 1111
  JAVA_OBJECT 2000 DISTINCT 2001 STRUCT 2002 ARRAY 2003 BLOB 2004 CLOB 2005 REF 2006 DATALINK 70 BOOLEAN 16 ROWID -8
  NCHAR -15 NVARCHAR -9 LONGNVARCHAR -16 NCLOB 2011 SQLXML 2009 REF_CURSOR 2012 TIME_WITH_TIMEZONE 2013
  TIMESTAMP_WITH_TIMEZONE 2014)

(def ^:private drivers "The registered drivers, each with its DriverAction or nil, in their order." (atom []))
(def ^:private settings "The log writer and the seconds that a login may take." (atom {:log-writer nil, :login-timeout 0}))

(defn- sql-exception [message] (SQLException. message "08001"))

(defn- connect
  "The connection of the first driver that gives one; those behind it are not asked. Throws what the first driver threw,
  when none does."
  [url ^Properties info]
  (when (nil? url) (throw (sql-exception "The url cannot be null")))
  (let [fault? (fn [answer] (instance? SQLException answer))
        answer (reduce (fn [fault [^Driver driver]]
                         (let [answer (try (.connect driver url info) (catch SQLException e e))]
                           (cond
                             (nil? answer) fault
                             (fault? answer) (or fault answer)
                             :else (reduced answer))))
                       nil @drivers)]
    (cond
      (nil? answer) (throw (sql-exception (str "No suitable driver found for " url)))
      (fault? answer) (throw answer)
      :else answer)))

(defn- login [user password]
  (let [info (Properties.)]
    (when user (.put info "user" user))
    (when password (.put info "password" password))
    info))

(defn- registered [all driver] (some (fn [[known :as entry]] (when (identical? driver known) entry)) all))

(defclass DriverManager []
  :static
  (registerDriver
    ([driver] (DriverManager/registerDriver driver nil))
    ([driver action]
     (when (nil? driver) (throw (NullPointerException.)))
     (swap! drivers (fn [all] (if (registered all driver) all (conj all [driver action]))))
     nil))
  (deregisterDriver [driver]
    (when-let [[_ ^DriverAction action] (registered @drivers driver)]
      (when action (.deregister action))
      (swap! drivers (fn [all] (filterv (fn [[known]] (not (identical? driver known))) all))))
    nil)
  (getDrivers [] (Collections/enumeration (mapv first @drivers)))
  (drivers [] (.stream (java.util.ArrayList. (mapv first @drivers))))
  (getDriver [url]
    (or (some (fn [[^Driver driver]] (when (try (.acceptsURL driver url) (catch SQLException _ false)) driver)) @drivers)
        (throw (sql-exception "No suitable driver"))))
  (getConnection
    ([url] (connect url (Properties.)))
    ([url info] (connect url info))
    ([url user password] (connect url (login user password))))
  (getLoginTimeout [] (int (:login-timeout @settings)))
  (setLoginTimeout [seconds] (swap! settings assoc :login-timeout seconds) nil)
  (getLogWriter [] (:log-writer @settings))
  (setLogWriter [writer] (swap! settings assoc :log-writer writer) nil)
  (println [message] (when-let [^java.io.PrintWriter writer (:log-writer @settings)] (.println writer message) (.flush writer))))

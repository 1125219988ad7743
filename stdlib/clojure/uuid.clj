;; clojure.uuid: the reader function of #uuid.

(ns clojure.uuid
  "UUID literals.")

(defn- default-uuid-reader
  "The java.util.UUID that the string spells."
  [form]
  (java.util.UUID/fromString form))

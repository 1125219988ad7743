;; clojure.edn: its functions are native (runtime/builtins); this is their namespace.

(ns clojure.edn
  "Reads edn: data, never code."
  (:refer-clojure :exclude [read read-string]))

(ns ok
  (:import (java.util Date UUID)))
(defrecord Point [x y])
(defn f [] [(Date.) (UUID/randomUUID) (StringBuilder.) (Point. 1 2) (java.io.File. "x")])

(ns ok
  (:import (java.util Date UUID)))
(defrecord Point [x y])
(gen-interface :name ok.Shape :methods [[area [] double]])
(import (ok Shape))
(defn f [] [(Date.) (UUID/randomUUID) (StringBuilder.) (Point. 1 2) (java.io.File. "x") (instance? Shape 1)])

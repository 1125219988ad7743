(ns flag
  (:require [no.such.library :as lib :refer [thing]] ; !
            [clojure.string :as str]))
(defn f [x] (sets/union x)) ; !
(defn g [x] (lib/with-magic [y x] (thing y)))
(defn h [x] (str/trim x))

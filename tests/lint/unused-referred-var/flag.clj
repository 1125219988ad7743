(ns flag
  (:require [clojure.set :refer [union ; .
                                 difference ; !
                                 join]])) ; !
(defn f [join] (union join))

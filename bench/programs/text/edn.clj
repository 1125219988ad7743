;; EDN printed and read back.
(ns bench.edn
  (:require [clojure.edn :as edn]))

(def ^:private data
  (mapv (fn [i] {:id i :name (str "name \\" i) :tags [:a :b/c 'sym] :ratio 1.5 :set #{i "x"} :nested {:list (list i nil true)}})
        (range 1500)))

(defn run []
  (let [text (pr-str data)
        back (edn/read-string text)]
    (+ (count text) (if (= back data) 1 0))))

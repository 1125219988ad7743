; What ex-triage names as the place: methods by their type, never Clojure's own functions.
(ns stdlib.places-of-errors
  (:require [clojure.main :as main] [clojure.string :as str] [clojure.walk :as walk] [clojure.zip :as zip]))

(defprotocol P (m-d [x]))
(defrecord Rec-ord [a] P (m-d [_] (throw (ex-info "of a record" {}))))
(defn fails [x] (throw (ex-info "of a function" {:x x})))
(defn place [f]
  (try (f)
       (catch Throwable e
         (let [{:clojure.error/keys [symbol source line]} (main/ex-triage (Throwable->map e))]
           [(str/replace (str symbol) #"__\d+|eval\d*\$" "") source line]))))
(println (place (fn calls [] (m-d (->Rec-ord 1)))))
(println (place (fn calls [] (m-d (reify P (m-d [_] (throw (ex-info "of an object" {}))))))))
(println (place (fn calls [] (fails 1))))
(println (place (fn calls [] (walk/postwalk fails [1]))))
(println (place (fn calls [] (zip/edit (zip/vector-zip [1]) fails))))
(println (place (fn calls [] (zip/node nil))))
(println (place (fn calls [] (str/join 1 2))))
(let [frame (first (filter (fn [frame] (re-find #"Rec.ord" (.getClassName frame)))
                           (try (m-d (->Rec-ord 1)) (catch Exception e (.getStackTrace e)))))]
  (println (.getClassName frame) (.getMethodName frame)))

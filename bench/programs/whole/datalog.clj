;; Joins of relations until nothing new appears: ancestors and cousins in a family.
(ns bench.datalog
  (:require [clojure.set :as set]))

(def ^:private parents
  (set (for [i (range 1 12000)] {:parent (quot i 3) :child i})))

(defn- join-on [left right k j]
  (let [index (group-by k right)]
    (for [l left r (get index (j l))] [l r])))

(defn- ancestors-of [facts]
  (loop [known (set (map (fn [{:keys [parent child]}] [parent child]) facts))
         fresh known]
    (let [step (set (for [[[a b] {:keys [child]}] (join-on fresh facts :parent second)] [a child]))
          new-facts (set/difference step known)]
      (if (empty? new-facts)
        known
        (recur (set/union known new-facts) new-facts)))))

(defn run []
  (let [known (ancestors-of parents)
        siblings (set (for [[a b] (join-on parents parents :parent :parent)
                            :when (not= (:child a) (:child b))]
                        [(:child a) (:child b)]))
        by-parent (group-by :parent parents)
        cousins (set (for [[a b] siblings x (by-parent a) y (by-parent b)] [(:child x) (:child y)]))
        related (set/join (set (map (fn [[a d]] {:ancestor a :person d}) known))
                          (set (map (fn [[a b]] {:person a :cousin b}) cousins)))]
    (+ (count known) (count siblings) (* 10 (count cousins)) (count related))))

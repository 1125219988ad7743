(ns libraries.specter
  (:require [com.rpl.specter :as sp :refer [select transform setval ALL MAP-VALS MAP-KEYS FIRST LAST END BEGINNING filterer keypath pred must walker multi-path if-path cond-path collect collect-one submap subset srange nil->val STAY NONE view putval selected? not-selected? path defnav recursive-path declarepath providepath nthpath]]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def TREE (recursive-path [] p (if-path vector? [ALL p] STAY)))
(show (select [ALL :a even?] [{:a 1} {:a 2} {:a 4}]) (transform [ALL :a even?] inc [{:a 1} {:a 2}]) (setval [:a END] [9] {:a [1 2]}) (setval [:a BEGINNING] [0] {:a [1]}) (select [MAP-VALS MAP-VALS] {:a {:x 1} :b {:y 2}}) (transform MAP-KEYS name {:a 1}) (transform [(filterer odd?) LAST] inc [1 2 3 4]) (select-keys {:a 1} [:a])
      (select TREE [1 [2 [3 4]] 5]) (transform TREE inc [1 [2 [3]]]) (transform [(srange 1 3) ALL] - [1 2 3 4]) (setval (srange 1 2) [:a :b] [1 2 3]) (select (walker number?) {:a [1 {:b 2}]}) (transform [ALL (collect-one :b) :a] + [{:a 1 :b 2}]) (select (multi-path :a :b) {:a 1 :b 2}) (select (must :z) {:a 1}) (transform (submap [:a]) #(assoc % :q 1) {:a 1 :b 2})
      (setval [:a :b] NONE {:a {:b 1 :c 2}}) (transform [:k (nil->val 0)] inc {}) (sp/select-one FIRST [7 8]) (sp/select-first ALL [5 6]) (sp/multi-transform [(multi-path [:a (sp/terminal inc)] [:b (sp/terminal-val 9)])] {:a 1 :b 2}) (transform [ALL (selected? :a even?) :b] str [{:a 2 :b 1} {:a 1 :b 1}]) (into [] (sp/traverse ALL [1 2])) (reduce + (sp/traverse [ALL :a] [{:a 1} {:a 2}])))

(ns ok)
(def m {:a 1 :b {:a 2} "a" 3 'a 4})

(ns flag)
(def s #{:a :b :a}) ; !
(def t #{1 2 [3] [3]}) ; !

(ns ok)
(def s #{:a :b "a" 'a})

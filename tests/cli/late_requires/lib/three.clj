(ns lib.three) (defn name-it [] "three")

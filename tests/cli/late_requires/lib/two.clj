(ns lib.two) (defn name-it [] "two")

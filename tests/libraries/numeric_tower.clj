(ns libraries.numeric-tower
  (:require [clojure.math.numeric-tower :as t]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(show (t/expt 2 10) (t/expt 2 100) (t/expt 2 -2) (t/expt 2.0 3) (t/expt 1/2 3) (t/expt 4 1/2) (t/expt 2 0) (t/abs -5) (t/abs -5/2) (t/abs -1.5) (t/abs -3M) (t/gcd 12 18) (t/gcd 12N 18) (t/gcd 1.5 2) (t/lcm 4 6) (t/lcm 4N 6) (t/floor 1.7) (t/floor -1.2) (t/floor 7/2) (t/floor 1.7M) (t/ceil 1.2) (t/ceil 7/2) (t/ceil -7/2) (t/round 1.5) (t/round 5/2) (t/round -1.5) (t/round 2.4M)
      (t/sqrt 16) (t/sqrt 2) (t/sqrt 1/4) (t/sqrt 16.0M) (t/sqrt -4) (t/exact-integer-sqrt 17) (t/exact-integer-sqrt 1000000000000000000000N) (t/exact-integer-sqrt -1) (t/floor 5) (t/ceil 3N) (t/expt 0 0) (t/expt 1.5M 2) (t/expt 3 5N))

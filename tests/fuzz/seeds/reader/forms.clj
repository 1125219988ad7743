#!/usr/bin/env cljvm
(ns a.b "doc" (:require [c.d :as e :refer [f]]) (:import (java.util Date UUID)))
(defn ^{:tag String} g ([x] `(~x ~@[1 2] y# ::k :a/b)) ([x & {:keys [a] :or {a 1}}] #(+ % %2 %&)))
#_skipped {:a 1 "b" \newline, 'c #{1 2N 3.5M 4/5 0x1F 017 36rZZ 1e10 -2} ##Inf ##NaN} ; comment
#?(:clj [1 2] :cljs 3 :default nil) [#?@(:clj [1 2])] #:ns{:a 1 :_/b 2} #'map @x ^:m [] #"re\d+\\" "\u00e9\101\t\""
\u0041 \o101 \space #inst "2020-02-29T12:34:56.789-00:00" #uuid "f81d4fae-7dec-11d0-a765-00a0c91e6bf6" #tag/x [1]

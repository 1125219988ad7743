;; clojure.string: its functions are native (runtime/builtins); this is their namespace.

(ns clojure.string
  "Functions on strings. A string argument may be any CharSequence where the JVM takes one; nil is
  an error. Substrings and matches are counted in UTF-16 code units."
  (:refer-clojure :exclude [replace reverse]))

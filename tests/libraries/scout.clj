(ns libraries.scout
  (:require [scout.core :as s]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def sc (s/scanner "abc 123\nxyz"))
(show (s/position sc) (s/matched (s/scan sc #"[a-z]+")) (s/remainder (s/scan sc #"[a-z]+")) (s/position (s/scan-until sc #"\\d+")) (s/pre-match (s/scan-until sc #"\\d+")) (s/post-match (s/scan-until sc #"\\d+")) (s/check sc #"a") (s/check-until sc #"1") (s/check-until-inclusive sc #"1") (s/beginning-of-line? sc) (s/end? sc) (s/end? (s/scan-until sc #"z$")) (s/groups (s/scan sc #"(a)(b)")) (s/position (s/skip-to-match-start (s/scan-until sc #"\\d+"))) (s/matched (s/scan sc #"z")) (s/peek sc 2) (s/beginning-of-line? (s/scan-until sc #"\n")))

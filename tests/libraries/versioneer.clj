(ns libraries.versioneer
  (:require [trptcolin.versioneer.core :as v]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(System/setProperty "mine.version" "9.8")
(show (v/get-properties-filename "g" "a") (v/get-version "no.such" "mine") (v/get-version "no.such" "thing") (v/get-version "no.such" "thing" "default") (v/get-revision "no.such" "thing" "rev") (v/get-revision "no.such" "thing") (v/map-from-property-filepath "META-INF/maven/none/pom.properties"))

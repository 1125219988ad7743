(ns libraries.semver
  (:require [clj-semver.core :as v]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(show (v/parse "1.2.3") (v/parse "1.2.3-rc.1+build.5") (v/valid? "1.2.3") (v/valid? "1.2") (v/valid-format? "1.2.x") (v/cmp "1.2.3" "1.2.4") (v/cmp "1.2.3-alpha" "1.2.3") (v/newer? "2.0.0" "1.9.9") (v/older? "2.0.0" "1.9.9") (v/equal? "1.0.0" "1.0.0") (v/version "1.0.0") (v/parse "x") (sort v/cmp ["1.10.0" "1.2.0" "1.2.0-beta"]) (v/newer? "1.0.0-beta.2" "1.0.0-beta.1") (v/try-parse-int "12") (v/try-parse-int "q"))

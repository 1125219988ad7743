(ns app.fallback)

; What names mean below depends on which of the libs is there.
(try
  (require '[lib.not-there :as lib])
  (catch Exception _
    (require '[lib.two :as lib])))

(when true (require '[lib.three :refer [name-it] :rename {name-it third}]))

(defn -main [] (println (lib/name-it) (third)))

(ns app.main)

(defn -main [& args]
  (println (find-ns 'lib.one))
  (println ((requiring-resolve 'lib.one/twice) 1))
  (require '[lib.two :as two] '(lib [three :as t]))
  (println ((resolve 'lib.two/name-it)) ((ns-resolve 'lib.three 'name-it)))
  (println (try (require 'lib.missing) (catch java.io.FileNotFoundException e (ex-message e))))
  (println (try (require (symbol "lib.computed")) (catch java.io.FileNotFoundException e :not-built))))

(ns app.plugins)

(def plugins '[lib.five [lib.six :as six]])
(def starts {:seven 'lib.seven/start})

(defn -main [& args]
  (run! require plugins)
  (println ((resolve 'lib.five/start)) ((resolve 'lib.six/start)) ((requiring-resolve (starts :seven)))))

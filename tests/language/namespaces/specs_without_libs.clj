;; What require and use say of specs that name no lib.
(defn said [specs]
  (doseq [loading [require use]]
    (println specs (try (apply loading specs)
                        (catch Exception e [(class e) (ex-message e)])))))
(run! said '[[[]] [[] :reload] [[[]]] [(clojure [])] [(clojure nil)] [[nil]] [[nil :as b]] [[1]] [[]
             a] [[clojure.set :as]] [[clojure.set :as s :reload]] [(clojure)]])
(require '(clojure [set :as k] walk) '[clojure.string :as s :refer [upper-case]])
(println (k/union #{1} #{2}) (upper-case "a") (s/lower-case "B"))

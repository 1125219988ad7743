(do (require 'lib.two) (println (lib.two/name-it)))
(do (do (require '[lib.three :as t]) (defn f [] (t/name-it))) (println (f)))

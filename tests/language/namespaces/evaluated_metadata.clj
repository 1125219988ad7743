; The metadata of a namespace is evaluated.
(ns ^{:x (clojure.core/inc 1)} made.a "doc" {:a (clojure.core/+ 1 2) :b ['c #{:d}] :author "me"})
(clojure.core/prn (clojure.core/meta (clojure.core/find-ns 'made.a)))
(in-ns 'user)
(prn (try (eval '(ns made.b {:a nope})) (catch Exception e (ex-message (ex-cause e)))
          (finally (in-ns 'user))))
(require 'clojure.set)
(prn (try (refer 'clojure.set :rename 1) (catch ClassCastException e :cast)))
(refer 'clojure.set :rename '{union joined} :only '[union])
(prn (joined #{1} #{2}))

;; What changes the metadata of a var whose value a build puts off comes after it.
(def ^{:times 1} counted (str "value"))
(alter-meta! #'counted update :times inc)
(println (:times (meta #'counted)) counted)

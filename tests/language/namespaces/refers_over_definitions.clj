;; A name that a namespace defines itself and then refers to: the refer takes its place, silently, and a later
;; definition is refused. What :as-alias makes of a lib that does not exist, with what else may stand beside it.
(defn fault [f] (try (f) (catch Throwable e [(class e) (ex-message e)])))

(doseq [[ns-name defs] '{refers.colours {red 1 green 2}, refers.fruits {apple 3 plum 4}}
        [sym value] defs]
  (create-ns ns-name)
  (intern ns-name sym value))

(defn within [ns-name f] (create-ns ns-name) (binding [*ns* (the-ns ns-name)] (f)))
(defn meaning [ns-name sym] (ns-resolve ns-name sym))

(println "own, then referred:")
(intern (create-ns 'refers.paint) 'red :own)
(prn (within 'refers.paint #(refer 'refers.colours)) (meaning 'refers.paint 'red) (meaning 'refers.paint 'green))
(prn (keys (ns-interns 'refers.paint)) (sort (keys (ns-refers 'refers.paint))))
(prn (fault #(intern 'refers.paint 'red :again)))
(prn (first (fault #(within 'refers.paint (fn [] (eval '(def red 2)))))))

(println "by the method:")
(intern 'refers.paint 'plum :own)
(.refer (the-ns 'refers.paint) 'plum #'clojure.string/join)
(prn (meaning 'refers.paint 'plum))
(prn (fault #(.refer (the-ns 'refers.paint) 'plum #'clojure.string/split)))
(prn (fault #(.refer (the-ns 'refers.paint) 'plum #'clojure.string/join)))

(println "defined again where it was taken away:")
(ns-unmap 'refers.paint 'plum)
(prn (intern 'refers.paint 'plum 7) @(meaning 'refers.paint 'plum))

(println "only and renamed:")
(intern (create-ns 'refers.bowl) 'apple :own)
(within 'refers.bowl #(refer 'refers.fruits :only '[apple] :rename '{apple pear}))
(prn (meaning 'refers.bowl 'apple) (meaning 'refers.bowl 'pear))
(intern 'refers.bowl 'pip :own)
(within 'refers.bowl #(refer 'refers.fruits :rename '{plum pip}))
(prn (meaning 'refers.bowl 'apple) (meaning 'refers.bowl 'pip))

(println "aliases of what is not there:")
(defn aliased [& spec] (within 'refers.user #(require (vec spec))))
(prn (aliased 'refers.none1 :as-alias 'n1) (some? (find-ns 'refers.none1)) (contains? (loaded-libs) 'refers.none1))
(prn (fault #(aliased 'refers.none2 :as-alias 'n2 :refer '[thing])))
(prn (fault #(aliased 'refers.none3 :as-alias 'n3 :refer [])) (ns-name (get (ns-aliases 'refers.user) 'n3)))
(prn (fault #(aliased 'refers.none4 :as-alias 'n4 :refer :all)))
(prn (first (fault #(aliased 'refers.none5 :as-alias 'n5 :as 'm5))))
(prn (fault #(aliased 'refers.fruits :as-alias 'f :refer '[plum])) (meaning 'refers.user 'plum))

; What forms at the top level do to names holds for the forms after them, in a build as well.
(ns names-changed-at-top-level (:require [clojure.string :as s] [clojure.set]))
(ns-unmap *ns* 'Process)
(defrecord Process [id])
(ns-unalias *ns* 's)
(alias 's 'clojure.set)
(intern *ns* 'alone 42)
(doseq [n '[first-of-two second-of-two]] (intern *ns* n (name n)))
(let [n 10]
  (defn in-let [] n)
  (defmacro macro-in-let [] n))
(when (= 1 1)
  (defn a-macro [_ _ x] (list 'quote x))
  (alter-meta! #'a-macro assoc :macro true)
  (alias 'text 'clojure.string))
(prn (->Process 1) (s/union #{1} #{1}) alone first-of-two second-of-two (in-let) (macro-in-let) (a-macro unresolved) (text/upper-case "x"))
(doseq [n '[alone first-of-two]] (ns-unmap *ns* n))
(def alone :again)
(prn alone (resolve 'first-of-two))

; Macros with functions of their own, in a letfn.
(letfn [(doubled [form] (list '* 2 form))
        (twice [form] (list '+ form (doubled form)))]
  (defmacro macro-in-letfn [form] (twice form))
  (defmacro other-in-letfn [form] (doubled form)))
(println (macro-in-letfn 5) (other-in-letfn 7))

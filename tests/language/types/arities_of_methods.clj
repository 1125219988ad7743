; Methods of types that a protocol has in more arities than the type, methods that are there twice, and the
; methods of a protocol's interface.
(require '[clojure.string :as str])
(defprotocol Shape (area [shape]) (^String label [shape] [shape style]) (grown-by [shape k]))
(defprotocol Other (join [a b]))
(defn answer [f]
  (try (pr-str (f))
       (catch Throwable e
         (let [e (or (when (instance? clojure.lang.Compiler$CompilerException e) (.getCause e)) e)]
           (str (.getName (class e)) ": " (str/replace (ex-message e) #"eval\d+\S*?(?= )|__\d+| with signature .*" "N"))))))
(defmacro show [& forms] `(do ~@(map (fn [form] `(println '~form "=>" (answer (fn [] ~form)))) forms)))
(defrecord Square [side] Shape (label [this style] [style side]) Other (join [_ b] b))
(deftype Point [x] Other (join [_ b] [x b]) Shape (label [this style] style))
(show
 (label (->Square 1) :bold)
 (label (->Square 1))
 (label (->Point 1) :bold)
 (label (->Point 1))
 (area (->Square 1))
 (join (->Square 1) 2)
 (apply label [(->Square 1)])
 (mapv label [(->Point 1)])
 (let [shape (reify Shape (label [_ style] style))] [(label shape 1) (try (label shape) (catch AbstractMethodError e :abstract))])
 (sort (map (memfn getName) (.getMethods user.Shape)))
 (sort (map (memfn getParameterCount) (.getMethods user.Shape)))
 (count (.getMethods user.Other))
 (eval '(reify Shape (area [_] 1) (area [_] 2)))
 (eval '(reify java.util.List (size [_] 10) java.util.Collection (size [_] 20)))
 (eval '(deftype Twice [] Shape (area [_] 1) Shape (area [_] 2))))

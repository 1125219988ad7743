;; Macros that put function objects, not their names, into the code they make. In a built program they are the vars' values.
(defn twice [x] (* 2 x))
(defn ^:private half [x] (/ x 2))

(defmacro applied [f & args] `(~(deref (resolve f)) ~@args))
(prn (applied inc 1) (applied str "a" 1) (applied twice 4) (applied half 4) (applied clojure.string/upper-case "b"))

(defmacro branches [parallel? & forms] `(map ~(if parallel? deref identity) ~(mapv (fn [form] (if parallel? `(delay ~form) form)) forms)))
(prn (branches true (+ 1 2) (* 3 4)) (branches false (+ 1 2) (* 3 4)))

(defmacro in-literals [] {:vector [inc dec] :map {:f twice} :set #{first}})
(let [{[up down] :vector {f :f} :map s :set} (in-literals)]
  (prn (up 1) (down 1) (f 3) ((first s) [7 8])))

(defmacro sorted-keys [m] `(sort-by ~key ~compare ~m))
(prn (sorted-keys {:b 1 :a 2}))

(defn use-them [] [(applied vector 1 2) (map #(applied twice %) [1 2])])
(prn (use-them))

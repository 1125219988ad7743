; Protocols over records, types, host classes, nil and metadata.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(defprotocol Shape "A shape." (area [s] "Its area.") (scale [s k] [s k l] "Two arities."))
(defrecord Sq [a] Shape (area [_] (* a a)) (scale [_ k] (->Sq (* a k))) (scale [_ k l] [:two k l]))
(deftype Circ [r] Shape (area [_] (* 3 r r)) (scale [this k] (Circ. (* r k))))
(extend-protocol Shape String (area [s] (count s)) nil (area [_] :nil) Long (area [n] [:long n]) Number (area [n] [:num n]) clojure.lang.IPersistentVector (area [v] [:vec (count v)]) Object (area [o] [:obj (class o)]))
(extend-type clojure.lang.Keyword Shape (area [k] [:kw k]))
(extend java.util.Map Shape {:area (fn [m] [:map (count m)])})
(show (area (->Sq 3)) (area (Circ. 2)) (.-r (scale (Circ. 2) 5)) (scale (->Sq 2) 3) (scale (->Sq 2) 3 4) (area "abc") (area nil) (area 5) (area 5.5) (area [1 2]) (area :k) (area {:a 1}) (area 'sym) (area (reify Shape (area [_] :reified))) (scale "abc" 1) (scale nil 2) (scale 5 1) (satisfies? Shape "x") (satisfies? Shape (->Sq 1)) (extends? Shape String) (extends? Shape clojure.lang.Symbol) (map area [1 "a" nil :k]) (apply area [2]) (:doc (meta #'area)) (:arglists (meta #'scale)) (:name (meta #'Shape)) (:doc Shape) (sort (map str (filter some? (extenders Shape)))))
(defprotocol Named (nm [x]))
(show (nm 1) (nm nil) (nm "a") (nm :k) (nm [1]))
(extend-protocol Named Object (nm [x] :default))
(show (nm 1) (nm nil))
(extend-type nil Named (nm [x] :nil-now))
(show (nm nil))
(defprotocol Meta :extend-via-metadata true (hi [x]) (bye [x y]))
(show (hi (with-meta {} {`hi (fn [x] :from-meta)})) (bye (with-meta [] {'user/bye (fn [x y] [:bye y])}) 5) (hi {}))
(extend-type Object Meta (hi [x] :object))
(show (hi (with-meta {} {`hi (fn [x] :meta-first)})) (hi {}))
(let [x 10 r (reify Named (nm [this] (+ x 1)) Object (toString [_] "str!"))] (show (nm r) (str r) (satisfies? Named r) (instance? user.Named r)))
(defprotocol P1 (m1 [a]) (m2 [a b c]))
(defrecord R1 [x y] P1 (m1 [a] [x y (:x a)]) (m2 [_ b {:keys [c]}] [x b c]))
(show (m1 (->R1 1 2)) (m2 (->R1 1 2) 3 {:c 4}) (m1 (assoc (->R1 1 2) :x 5)))
;; What is no function is found, and cannot be called.
(defprotocol Called (called [x]))
(extend String Called {:called 42})
(extend R1 Called {:called 100000})
(show (satisfies? Called "a") (try (called "a") (catch ClassCastException _ :no-function)) (try (called (->R1 1 2)) (catch ClassCastException _ :no-function)))
(show (try (sorted-set (java.io.File. "a") 5) (catch ClassCastException _ :not-comparable)) (try (String/format [1] (object-array 0)) (catch Exception e (class e))))

;; A protocol whose methods take the place of other functions is warned of.
(defn taken [x] x)
(declare announced)
(binding [*err* *out*]
  (eval '(defprotocol Taking (taken [x]) (announced [x]) (untaken [x])))
  (eval '(defprotocol Taking (taken [x]) (announced [x]) (untaken [x])))
  (eval '(defprotocol TakingAgain "doc" (untaken [x] [x y]))))

;; The map of a protocol: macros of libraries look for its methods there.
(defprotocol Described "Of something." (one [x] "First.") (two [x y] [x]))
(println (sort (map str (keys Described))) (map (juxt key (comp fn? val)) (sort-by str (:method-builders Described))))
(println (:method-map Described) (identical? (get-in Described [:method-builders #'one]) nil) (:doc Described))
(defprotocol Marker)
(println (map Marker [:sigs :method-map :method-builders]))

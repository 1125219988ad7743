;; A field that is read in a test and again in a branch.
(deftype Node [left right])
(defn size [^Node n] (if (nil? (.left n)) 1 (+ 1 (size (.left n)) (size (.right n)))))
(defn make [d] (if (zero? d) (Node. nil nil) (Node. (make (dec d)) (make (dec d)))))
(prn (size (make 6)))
(defn leftmost [^Node n] (loop [^Node n n depth 0] (if (.left n) (recur (.left n) (inc depth)) [depth (.right n)])))
(prn (leftmost (make 5)))
(defn both [^Node a ^Node b] (if (= (.left a) (.left b)) [(.left a) (.left b)] [(.left b) (.left a) (.-left a)]))
(prn (both (Node. 1 2) (Node. 1 3)) (both (Node. 1 2) (Node. 4 3)))
(defn nested [^Node n] (if (.left n) (if (.right n) [(.left n) (.right n)] [(.left n)]) (if (.right n) [(.right n) (.left n)] [])))
(prn (map nested [(Node. 1 2) (Node. 1 nil) (Node. nil 2) (Node. false nil)]))
(defn rebound [^Node n] (if (.left n) (let [^Node n (Node. :inner (.left n))] [(.left n) (.right n)]) :none))
(prn (rebound (Node. 1 2)))
(defn closed-over [^Node n] (if (.left n) (fn [] (.left n)) (fn [] [(.left n)])))
(prn ((closed-over (Node. 1 2))) ((closed-over (Node. nil 2))))
(defn tested [^Node n] (cond (nil? (.left n)) :none (number? (.left n)) (inc (.left n)) :else [(.left n) (if (string? (.left n)) (count (.left n)) 0)]))
(prn (map tested [(Node. nil 0) (Node. 1 0) (Node. "abc" 0) (Node. :k 0)]))
(defn caught [^Node n] (try (if (.left n) (throw (ex-info "x" {:left (.left n)})) :nil) (catch Exception e [(ex-data e) (.left n)])))
(prn (caught (Node. 1 2)) (caught (Node. nil 2)))

;; What may change is read each time.
(definterface Change (change [x]))
(deftype Cell [^:unsynchronized-mutable content ^:volatile-mutable other steady]
  Change
  (change [this x] (set! content x) (set! other x) x)
  Object
  (toString [this] (if (nil? content) (do (set! content :set) (str "now " content)) (str "was " content))))
(let [c (Cell. nil nil 1)] (prn (str c) (str c)))
(definterface Reads (reads []) (step [n]))
(deftype Counter [^:unsynchronized-mutable n]
  Reads
  (reads [this] (if (pos? n) (do (set! n (dec n)) n) :done))
  (step [this k] (set! n (+ n k)) this))
(let [^Counter c (Counter. 3)] (prn (repeatedly 5 #(.reads c))))

;; A method of the field's name is the method.
(definterface Leafy (leaf []))
(def asked (atom 0))
(deftype Branch [leaf] Leafy (leaf [this] (swap! asked inc) :method))
(defn ask [^Branch b] (if (.leaf b) [(.leaf b) (.-leaf b)] :none))
(prn (ask (Branch. :field)) @asked)

;; Records, primitive fields, and no instance.
(defrecord Point [x y])
(defn longer [^Point p] (if (> (.x p) (.-y p)) (.x p) (.y p)))
(prn (longer (->Point 1 2)) (longer (->Point 3 2)))
(deftype Sized [^long n ^double d])
(defn scaled [^Sized s] (if (zero? (.n s)) (.d s) (/ (.d s) (.n s))))
(prn (scaled (Sized. 0 1.5)) (scaled (Sized. 2 3)))
(prn (try (size nil) (catch NullPointerException e :null)))
(prn (try (tested nil) (catch NullPointerException e :null)))

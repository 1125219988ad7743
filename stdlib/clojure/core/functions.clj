;; Functions of functions.

(defn constantly
  "A function of any arguments that returns x."
  {:added "1.0"}
  [x]
  (fn [& args] x))

(defn complement
  "A function that takes what f takes and returns the opposite truth value."
  {:added "1.0"}
  [f]
  (fn
    ([] (not (f)))
    ([x] (not (f x)))
    ([x y] (not (f x y)))
    ([x y & more] (not (apply f x y more)))))

(defn every?
  "True when pred holds for all elements of coll, which an empty coll's do. Stops at the first
  for which it does not."
  {:added "1.0"}
  [pred coll]
  (-every pred coll))

(defn some
  "The first truthy value of pred over the elements of coll, or nil. A set as pred finds the first
  element that is in it."
  {:added "1.0"}
  [pred coll]
  (-some pred coll))

(defn comp
  "The composition of the functions: the last one takes the arguments, each other one the result
  of the one after it. (comp) is identity."
  {:added "1.0"}
  ([] identity)
  ([f] f)
  ([f g]
   (fn
     ([] (f (g)))
     ([x] (f (g x)))
     ([x y] (f (g x y)))
     ([x y z] (f (g x y z)))
     ([x y z & args] (f (apply g x y z args)))))
  ([f g & fs]
   (loop [f (comp f g) fs (seq fs)]
     (if fs
       (recur (comp f (first fs)) (next fs))
       f))))

(def ^{:arglists '([pred coll])
       :added "1.0"
       :doc "False when pred holds for all elements of coll, otherwise true."}
  not-every?
  (comp not every?))

(def ^{:arglists '([pred coll])
       :added "1.0"
       :doc "True when pred holds for no element of coll."}
  not-any?
  (comp not some))

(defn partial
  "A function that calls f with the given arguments and then its own."
  {:added "1.0"}
  ([f] f)
  ([f arg1]
   (fn
     ([] (f arg1))
     ([x] (f arg1 x))
     ([x y] (f arg1 x y))
     ([x y z] (f arg1 x y z))
     ([x y z & args] (apply f arg1 x y z args))))
  ([f arg1 arg2]
   (fn
     ([] (f arg1 arg2))
     ([x] (f arg1 arg2 x))
     ([x y] (f arg1 arg2 x y))
     ([x y z] (f arg1 arg2 x y z))
     ([x y z & args] (apply f arg1 arg2 x y z args))))
  ([f arg1 arg2 arg3]
   (fn
     ([] (f arg1 arg2 arg3))
     ([x] (f arg1 arg2 arg3 x))
     ([x y] (f arg1 arg2 arg3 x y))
     ([x y z] (f arg1 arg2 arg3 x y z))
     ([x y z & args] (apply f arg1 arg2 arg3 x y z args))))
  ([f arg1 arg2 arg3 & more]
   (fn [& args] (apply f arg1 arg2 arg3 (concat more args)))))

(defn juxt
  "A function that returns the vector of what each of the given functions returns for its
  arguments, in order."
  {:added "1.1"}
  ([f]
   (fn
     ([] [(f)])
     ([x] [(f x)])
     ([x y] [(f x y)])
     ([x y z] [(f x y z)])
     ([x y z & args] [(apply f x y z args)])))
  ([f g]
   (fn
     ([] [(f) (g)])
     ([x] [(f x) (g x)])
     ([x y] [(f x y) (g x y)])
     ([x y z] [(f x y z) (g x y z)])
     ([x y z & args] [(apply f x y z args) (apply g x y z args)])))
  ([f g h]
   (fn
     ([] [(f) (g) (h)])
     ([x] [(f x) (g x) (h x)])
     ([x y] [(f x y) (g x y) (h x y)])
     ([x y z] [(f x y z) (g x y z) (h x y z)])
     ([x y z & args] [(apply f x y z args) (apply g x y z args) (apply h x y z args)])))
  ([f g h & fs]
   (let [all (list* f g h fs)]
     (fn
       ([] (mapv (fn [f] (f)) all))
       ([x] (mapv (fn [f] (f x)) all))
       ([x y] (mapv (fn [f] (f x y)) all))
       ([x y z] (mapv (fn [f] (f x y z)) all))
       ([x y z & args] (mapv (fn [f] (apply f x y z args)) all))))))

(defn fnil
  "A function that calls f with nil in its first argument (or first two, or three) replaced by the
  given values."
  {:added "1.2"}
  ([f x]
   (fn
     ([a] (f (if (nil? a) x a)))
     ([a b] (f (if (nil? a) x a) b))
     ([a b c] (f (if (nil? a) x a) b c))
     ([a b c & more] (apply f (if (nil? a) x a) b c more))))
  ([f x y]
   (fn
     ([a b] (f (if (nil? a) x a) (if (nil? b) y b)))
     ([a b c] (f (if (nil? a) x a) (if (nil? b) y b) c))
     ([a b c & more] (apply f (if (nil? a) x a) (if (nil? b) y b) c more))))
  ([f x y z]
   (fn
     ([a b] (f (if (nil? a) x a) (if (nil? b) y b)))
     ([a b c] (f (if (nil? a) x a) (if (nil? b) y b) (if (nil? c) z c)))
     ([a b c & more]
      (apply f (if (nil? a) x a) (if (nil? b) y b) (if (nil? c) z c) more)))))

(defn- every-of
  "Each predicate is asked for the first three arguments, then all of them for each further one; if there are
  many predicates, each for all further ones."
  [preds many?]
  (fn
    ([] true)
    ([x] (every? (fn [p] (p x)) preds))
    ([x y] (every? (fn [p] (and (p x) (p y))) preds))
    ([x y z] (every? (fn [p] (and (p x) (p y) (p z))) preds))
    ([x y z & args]
     (and (every? (fn [p] (and (p x) (p y) (p z))) preds)
          (if many?
            (every? (fn [p] (every? p args)) preds)
            (every? (fn [arg] (every? (fn [p] (p arg)) preds)) args))))))

(defn every-pred
  "A function that is true when all the given predicates hold for all its arguments, else false.
  It stops at the first that fails: each predicate is asked for the first three arguments in turn."
  {:added "1.3"}
  ([p]
   (fn holds?
     ([] true)
     ([x] (boolean (p x)))
     ([x y] (boolean (and (p x) (p y))))
     ([x y z] (boolean (and (p x) (p y) (p z))))
     ([x y z & args] (boolean (and (holds? x y z) (every? p args))))))
  ([p1 p2] (every-of [p1 p2] false))
  ([p1 p2 p3] (every-of [p1 p2 p3] false))
  ([p1 p2 p3 & ps] (every-of (list* p1 p2 p3 ps) true)))

(defn some-fn
  "A function that returns the first truthy value of one of the given predicates for one of its
  arguments; each predicate is tried in turn on the first three arguments. Otherwise what the last try
  returned."
  {:added "1.3"}
  ([p]
   (fn found
     ([] nil)
     ([x] (p x))
     ([x y] (or (p x) (p y)))
     ([x y z] (or (p x) (p y) (p z)))
     ([x y z & args] (or (found x y z) (some p args)))))
  ([p1 p2]
   (fn found
     ([] nil)
     ([x] (or (p1 x) (p2 x)))
     ([x y] (or (p1 x) (p1 y) (p2 x) (p2 y)))
     ([x y z] (or (p1 x) (p1 y) (p1 z) (p2 x) (p2 y) (p2 z)))
     ([x y z & args]
      (or (found x y z) (some (fn [arg] (or (p1 arg) (p2 arg))) args)))))
  ([p1 p2 p3]
   (fn found
     ([] nil)
     ([x] (or (p1 x) (p2 x) (p3 x)))
     ([x y] (or (p1 x) (p1 y) (p2 x) (p2 y) (p3 x) (p3 y)))
     ([x y z] (or (p1 x) (p1 y) (p1 z) (p2 x) (p2 y) (p2 z) (p3 x) (p3 y) (p3 z)))
     ([x y z & args]
      (or (found x y z) (some (fn [arg] (or (p1 arg) (p2 arg) (p3 arg))) args)))))
  ([p1 p2 p3 & ps]
   (let [preds (list* p1 p2 p3 ps)]
     (fn found
       ([] nil)
       ([x] (some (fn [p] (p x)) preds))
       ([x y] (some (fn [p] (or (p x) (p y))) preds))
       ([x y z] (some (fn [p] (or (p x) (p y) (p z))) preds))
       ([x y z & args]
        (or (found x y z) (some (fn [p] (some p args)) preds)))))))

(defn memoize
  "A function like f that remembers its results: a call with arguments equal to earlier ones
  returns the earlier result. Nothing is ever forgotten."
  {:added "1.0"}
  [f]
  (let [results (atom {})]
    (fn [& args]
      (let [known (find @results args)]
        (if known
          (val known)
          (let [result (apply f args)]
            (swap! results assoc args result)
            result))))))

(defn trampoline
  "Calls f with the arguments, and for as long as the result is a function, that function without
  arguments. Mutually recursive functions that return each other's calls this way need no stack."
  {:added "1.0"}
  ([f]
   (loop [result (f)]
     (if (fn? result)
       (recur (result))
       result)))
  ([f & args]
   (trampoline (fn [] (apply f args)))))

(defn completing
  "The reducing function f with a completion step cf (identity by default) for a final call with
  one argument."
  {:added "1.7"}
  ([f] (completing f identity))
  ([f cf]
   (fn
     ([] (f))
     ([result] (cf result))
     ([result input] (f result input)))))

(defn comparator
  "A comparison function, -1, 0 or 1, from a predicate that tells whether x comes before y."
  {:added "1.0"}
  [pred]
  (fn [x y]
    (cond
      (pred x y) -1
      (pred y x) 1
      :else 0)))

(defn max-key
  "The argument for which (k x) is the greatest number; of several, the last."
  {:added "1.0"}
  ([k x] x)
  ([k x y] (if (> (k x) (k y)) x y))
  ([k x y & more]
   (first (reduce (fn [[_ best-key :as best] candidate]
                    (let [candidate-key (k candidate)]
                      (if (>= candidate-key best-key) [candidate candidate-key] best)))
                  (let [kx (k x) ky (k y)]
                    (if (> kx ky) [x kx] [y ky]))
                  more))))

(defn min-key
  "The argument for which (k x) is the least number; of several, the last."
  {:added "1.0"}
  ([k x] x)
  ([k x y] (if (< (k x) (k y)) x y))
  ([k x y & more]
   (first (reduce (fn [[_ best-key :as best] candidate]
                    (let [candidate-key (k candidate)]
                      (if (<= candidate-key best-key) [candidate candidate-key] best)))
                  (let [kx (k x) ky (k y)]
                    (if (< kx ky) [x kx] [y ky]))
                  more))))

;; proxy, and the functions that change the methods of one.

(defn- -proxy-class-of
  "get-proxy-class for a proxy of code in the namespace whose munged name is given."
  [namespace-name bases]
  (let [[super interfaces] (if (and (seq bases) (not (.isInterface (first bases))))
                             [(first bases) (rest bases)]
                             [Object bases])
        names (into (sorted-set) (map (fn [c] (.getName c))) interfaces)
        short-name (fn [s] (subs s (inc (.lastIndexOf s "."))))]
    (-proxy-class (apply str namespace-name ".proxy"
                         (interleave (repeat "$")
                                     (concat [(.getName super)]
                                             (map short-name names)
                                             [(Integer/toHexString (hash names))])))
                  (cons super interfaces))))

(defn get-proxy-class
  "The class of proxies of the given superclass, at most one, and interfaces."
  {:added "1.0"}
  [& bases]
  (-proxy-class-of (namespace-munge *ns*) bases))

(defn- method-symbols [mappings]
  (into {} (map (fn [[k f]] [(symbol k) f])) mappings))

(defn init-proxy
  "Makes the functions in mappings, a map of method name (a string) to function of (this args…), the
  methods of the proxy. Returns the proxy."
  {:added "1.0"}
  [proxy mappings]
  (-set-proxy-methods proxy (method-symbols mappings)))

(defn update-proxy
  "Adds the functions in mappings to the methods of the proxy; nil takes one away. Returns the proxy."
  {:added "1.0"}
  [proxy mappings]
  (let [all (merge (-proxy-methods proxy) (method-symbols mappings))]
    (-set-proxy-methods proxy (into {} (filter val) all))))

(defn proxy-mappings
  "The methods of the proxy: a map of name (a string) to function."
  {:added "1.0"}
  [proxy]
  (into {} (map (fn [[k f]] [(str k) f])) (-proxy-methods proxy)))

(defn proxy-call-with-super
  "Calls f, without arguments, while the proxy lacks its own method of that name."
  {:added "1.0"}
  [f proxy method]
  (let [methods (-proxy-methods proxy)]
    (-set-proxy-methods proxy (dissoc methods (symbol method)))
    (try
      (f)
      (finally (-set-proxy-methods proxy methods)))))

(defmacro proxy-super
  "In a method of proxy: calls the method of the superclass on `this`."
  {:added "1.0"}
  [meth & args]
  `(-call-super '~meth ~'this ~@args))

(defmacro proxy
  "An object with the methods (name [arg*] expr*) or (name ([arg*] expr*)+), in which `this` is
  bound: (proxy [Superclass? Interface*] [constructor-arg*] method*). A method of the superclass
  that is not given is the superclass's; of an interface, throws UnsupportedOperationException."
  {:added "1.0"}
  [class-and-interfaces args & fs]
  (doseq [base class-and-interfaces]
    (let [named (resolve base)]
      (when (var? named) (instance? named nil))  ; the var of a protocol: that it is no class
      (when-not (or named (re-find #"\." (str base)))
        (throw (new Exception (str "Can't resolve: " base))))))
  (let [with-this (fn [params] (with-meta (into ['this] params) (meta params)))
        functions (map (fn [[method & tail]]
                         [(list 'quote (symbol (name method)))
                          (if (vector? (first tail))
                            `(fn ~(with-this (first tail)) ~@(next tail))
                            `(fn ~@(map (fn [[params & body]] (list* (with-this params) body)) tail)))])
                       fs)]
    (reduce (fn [named [method]]
              (when (contains? named (name method))
                (throw (new IllegalArgumentException (str "Method '" (name method) "' redefined"))))
              (conj named (name method)))
            #{}
            fs)
    `(-set-proxy-methods (construct-proxy (#'-proxy-class-of ~(namespace-munge *ns*) (list ~@class-and-interfaces)) ~@args)
                         ~(into {} functions))))

;; Macros that write macros, and small languages: HTML, SQL, routing, pattern matching, pipelines, assertions, memo.
(ns languages
  (:require [clojure.string :as str] [clojure.walk :as walk]))

(defmacro defoperators [& pairs]
  `(do ~@(for [[name op] (partition 2 pairs)]
           `(defmacro ~name [a# & more#] (reduce (fn [x# y#] (list '~op x# y#)) a# more#)))))
(defoperators plus + times * joined str)
(println (plus 1 2 3) (times 2 3 4) (joined "a" :b 'c) (macroexpand-1 '(plus 1 2 3)))
(defmacro defmacro-alias [new old] `(defmacro ~new [& args#] (cons '~old args#)))
(defmacro-alias unless when-not)
(defmacro-alias lambda fn)
(println (unless false :ran) ((lambda [x] (* x x)) 5))
(defmacro with-names [names & body] `(let [~@(mapcat (fn [n] [n (str n)]) names)] ~@body))
(println (with-names [alpha beta] [alpha beta]))
(defmacro anaphoric-if [test then else] `(let [~'it ~test] (if ~'it ~then ~else)))
(println (anaphoric-if (get {:a 5} :a) (inc it) :none) (anaphoric-if nil it :none))
(defmacro infix [[a op b & more]] (if more `(infix ((~op ~a ~b) ~@more)) (list op a b)))
(println (infix (1 + 2 * 3 - 4)) (macroexpand-1 '(infix (1 + 2 * 3))))
(defmacro my-cond [& clauses] (when-let [[test expr & more] (seq clauses)] `(if ~test ~expr (my-cond ~@more))))
(println (map #(my-cond (neg? %) :neg (zero? %) :zero :else :pos) [-1 0 1]) (my-cond))
(defmacro while-let [[name expr] & body] `(loop [] (when-let [~name ~expr] ~@body (recur))))
(let [queue (atom (list 1 2 3)) take! #(let [x (first @queue)] (swap! queue rest) x)] (while-let [x (take!)] (print x "")) (println))
(defmacro defmemo [name args & body] `(def ~name (memoize (fn ~name ~args ~@body))))
(defmemo slow-square [x] (print "computing ") (* x x))
(println (slow-square 4) (slow-square 4))
(defmacro check [expr] `(let [r# ~expr] (if r# (println "ok  " '~expr) (println "FAIL" '~expr "with" (list '~(first expr) ~@(rest expr))))))
(check (= 4 (+ 2 2)))
(check (< 3 (inc 1) (count [1 2 3])))
(defmacro nested [x] `(list '~x '(quote ~x) `(a ~~x ~'~x)))
(println (let [y 3] (nested y)))

(defn html [x]
  (cond (vector? x) (let [[tag & [attrs & kids :as all]] x [_ tag id classes] (re-matches #"([\w-]+)(?:#([\w-]+))?((?:\.[\w-]+)*)" (name tag))
                          [attrs kids] (if (map? attrs) [attrs kids] [{} all])
                          attrs (cond-> attrs id (assoc :id id) (seq classes) (assoc :class (str/join " " (remove str/blank? (str/split classes #"\.")))))]
                      (str "<" tag (str/join (for [[k v] (sort-by key attrs) :when v] (if (true? v) (str " " (name k)) (str " " (name k) "=\"" v "\"")))) ">" (str/join (map html kids)) "</" tag ">"))
        (seq? x) (str/join (map html x))
        (nil? x) ""
        :else (str/escape (str x) {\< "&lt;" \> "&gt;" \& "&amp;"})))
(println (html [:div#main.wide.tall {:data-x 1} [:h1 "A & B"] [:ul (for [i (range 3)] [:li {:class (when (odd? i) "odd")} i])] [:input {:disabled true :checked false}] nil "<end>"]))

(defn sql [{:keys [select from where order-by limit joins]}]
  (letfn [(id [x] (str/replace (name x) "-" "_"))
          (expr [x] (cond (vector? x) (let [[op & args] x] (case op (:and :or) (str "(" (str/join (str " " (str/upper-case (name op)) " ") (map expr args)) ")") :in (str (expr (first args)) " IN (" (str/join ", " (map expr (second args))) ")") (str (expr (first args)) " " (name op) " " (expr (second args)))))
                          (keyword? x) (if-let [n (namespace x)] (str (str/replace n "-" "_") "." (id x)) (id x))
                          (string? x) (str "'" (str/replace x "'" "''") "'") (nil? x) "NULL" :else (str x)))]
    (str/join " " (remove nil? [(str "SELECT " (str/join ", " (map expr select))) (str "FROM " (id from)) (when joins (str/join " " (for [[t on] joins] (str "JOIN " (id t) " ON " (expr on))))) (when where (str "WHERE " (expr where))) (when order-by (str "ORDER BY " (str/join ", " (for [o order-by] (if (vector? o) (str (expr (first o)) " " (str/upper-case (name (second o)))) (expr o)))))) (when limit (str "LIMIT " limit))]))))
(println (sql {:select [:u/first-name :age] :from :user-table :joins [[:orders [:= :orders/user-id :u/id]]] :where [:and [:> :age 18] [:or [:= :name "O'Hara"] [:in :id [1 2 3]]] [:= :x nil]] :order-by [:age [:name :desc]] :limit 10}))

(defmacro match [x & clauses]
  (let [v (gensym "v")]
    (letfn [(test-of [p v] (cond (= p '_) true (symbol? p) true (vector? p) `(and (sequential? ~v) (= (count ~v) ~(count p)) ~@(map-indexed (fn [i q] (test-of q `(nth ~v ~i))) p)) (map? p) `(and (map? ~v) ~@(for [[k q] p] `(and (contains? ~v ~k) ~(test-of q `(get ~v ~k))))) :else `(= ~v '~p)))
            (bindings-of [p v] (cond (= p '_) [] (symbol? p) [p v] (vector? p) (mapcat (fn [i q] (bindings-of q `(nth ~v ~i))) (range) p) (map? p) (mapcat (fn [[k q]] (bindings-of q `(get ~v ~k))) p) :else []))]
      `(let [~v ~x] (cond ~@(mapcat (fn [[p e]] [(test-of p v) `(let [~@(bindings-of p v)] ~e)]) (partition 2 clauses)) :else (throw (ex-info "no match" {:value ~v})))))))
(defn describe [x] (match x 0 :zero [] :empty [:point a b] (+ a b) [[x y] z] (list z y x) {:kind :circle :r r} (* r r) {:kind k} k "s" :string _ :other))
(println (map describe [0 [] [:point 3 4] [[1 2] 3] {:kind :circle :r 2} {:kind :square} "s" nil [1 2 3]]))
(println (try (match 5 6 :six) (catch Exception e [(ex-message e) (ex-data e)])))

(defmacro defroutes [name & routes] `(defn ~name [method# path#] (some (fn [[m# p# f#]] (when (= m# method#) (when-let [[_# & args#] (let [m# (re-matches p# path#)] (if (string? m#) [m#] m#))] (apply f# args#)))) ~(vec (for [[m p args & body] routes] [m (re-pattern (str/replace p #":\w+" "([^/]+)")) `(fn ~args ~@body)])))))
(defroutes site [:get "/" [] "home"] [:get "/users/:id" [id] (str "user " id)] [:get "/users/:id/posts/:post" [id post] {:user id :post (parse-long post)}] [:post "/users" [] :created])
(println (map #(apply site %) [[:get "/"] [:get "/users/ann"] [:get "/users/7/posts/42"] [:post "/users"] [:get "/nope"]]))
(println (walk/macroexpand-all '(when-not a (when b (c 1)))) (macroexpand-1 '(-> a (b c) d)))
(defmacro env-names [] (vec (sort (map name (keys &env)))))
(println (let [p 1 q 2] (env-names)) ((fn [z] (env-names)) 0))
(defmacro form-meta [] (:tag (meta &form)))
(println ^String (form-meta) (try (macroexpand '(let [x] 1)) (catch Exception e (.getName (class e)))))
(println (let [name# 1] 2) (let [f `(fn [x#] x#)] (= (ffirst (rest f)) (last f))) `(~@[1 2] ~@nil ~@'(3)) `[a/b ~'c :d ::e] `{:k ~(+ 1 1)} (let [x 'y] `(x ~x ~'x)))

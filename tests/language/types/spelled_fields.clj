;; The host spells names as class files do: a field `a-b?` is also `a_b_QMARK_`. Protocols and dynamic vars that are
;; defined over others warn.
(defmacro show [& forms]
  `(do ~@(map (fn [form] `(println '~form "=>" (try (pr-str ~form)
                                                    (catch Throwable e# (str (class e#) ": " (ex-message e#))))))
              forms)))
(defrecord Order [order-number paid? a_b])
(deftype Cell [first-value ^:unsynchronized-mutable last-value]
  Object
  (toString [_] (set! last-value (inc last-value)) (str first-value "-" last-value)))
(def order (->Order 1 true 3))
(show (.order-number order) (.order_number order) (.-order_number order) (. order order_number)
      (.paid? order) (.paid_QMARK_ order) (.-paid_QMARK_ order) (.a_b order) (.a-b order) (.a_c order)
      (.first_value (Cell. 7 8)) (str (Cell. 7 8)))

(defmacro warned [form]
  `(let [warnings# (java.io.StringWriter.)]
     (binding [*err* warnings# *file* "there.clj"] (eval '~form))
     (println (str warnings#))))
(defn own [x] x)
(def unbound)
(declare declared)
(warned (defprotocol Overwrites (own [x]) (unbound [x]) (declared [x]) (fresh [x])))
(warned (defprotocol Takes (fresh [x] [x y])))
(warned (defprotocol Takes (fresh [x] [x y])))
(warned (do (clojure.core/ns spelled-fields.other (:refer-clojure :exclude [cat]))
            (clojure.core/defprotocol Quiet (cat [x]))
            (clojure.core/in-ns 'user)))
(def ^:dynamic *once* 1)
(println (re-find #"^Warning: \S+ not declared dynamic" (with-out-str (binding [*err* *out*] (eval '(def *once* 2))))))
(println (macroexpand-1 '(defmethod shape :square [side] side)))
; The fields of a class by reflection are spelled as the host spells them; a record has two more, which a macro can name.
(println (take 3 (map #(.getName %) (.getDeclaredFields Order))) (filter #{"__meta" "__extmap"} (map #(.getName %) (.getDeclaredFields Order))))
(let [o (with-meta (assoc order :extra 5) {:m 1})]
  (println (.__meta o) (.-__extmap o) (. ^Order o __extmap) (.__extmap order)
           (= o (new Order (.order_number o) (.paid_QMARK_ o) (.a_b o) (.__meta o) (.__extmap o)))))

;; What deftype, defrecord and reify say of options that there are not, and a proxy of a method it lacks.

(defn- told [form]
  (try (eval form)
       (catch Throwable e (let [e (or (.getCause e) e)] (str (.getSimpleName (class e)) ": " (.getMessage e))))))

(doseq [form '[(defrecord WithFlag [a] :foo)
               (defrecord WithOption [a] :foo 1)
               (defrecord Several [a] :load-ns true :x 1 :y 2)
               (deftype Type [a] :foo 1)
               (deftype Type [a] :foo 1 Object (toString [_] "text"))
               (str (reify :foo 1 Object (toString [_] "text")))
               (defprotocol Free :foo 1)]]
  (println (told form)))

(definterface Own (foo [x]) (^long bar []))
(defprotocol Protocol (act [x] [x y]))
(doseq [form '[(.foo (proxy [user.Own] []) 1)
               (.bar (proxy [user.Own] []))
               (.foo (proxy [user.Own] [] (foo [x] [:own x])) 1)
               (act (proxy [user.Protocol] []))
               (act (proxy [user.Protocol] []) 1)
               (act (proxy [user.Protocol] [] (act ([] :one) ([y] y))) 2)
               (count (proxy [clojure.lang.Counted] []))
               (seq (proxy [clojure.lang.Seqable] []))]]
  (println (told form)))

(println (try (derive nil :a :b) (catch Throwable e (class e))))

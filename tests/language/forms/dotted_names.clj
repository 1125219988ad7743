; Symbols with a dot are classes, whatever stands behind the dot.
(defn fault [e]
  (if-let [cause (ex-cause e)]
    [(.getName (class e)) (:clojure.error/phase (ex-data e)) (.getName (class cause)) (ex-message cause)]
    [(.getName (class e)) (ex-message e)]))

(doseq [form '[x. x.y. a.b.c [x.] {:a x.} #{x.} (fn [] x.) (let [y a.b.] y) (x. 1) (do x.) (a.b.c) .x ..]]
  (println form "=>" (try (eval form) (catch Throwable e (fault e)))))
(doseq [text ["x." "\n\n x." "[a.b.]" "(quote x.)"]]
  (println (pr-str text) "=>" (try (load-string text)
                                   (catch Throwable e (fault e)))))
; In front of a member they are classes where locals have such names, too; and names that begin or end with a dot are no functions.
(doseq [form '[(let [a.b "abc"] (.length a.b)) (let [a.b "abc"] (. a.b length)) (let [a.b "abc"] (set! (.foo a.b) 1))
               (fn [a.b] (.foo a.b)) (let [b. inc] (b. 1)) (let [b. "abc"] (.length b.))]]
  (println form "=>" (try (eval form) (catch Throwable e (fault e)))))

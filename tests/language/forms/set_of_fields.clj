;; set! of a static field that is final; the line of a set! of an instance's field is that of the field.
(import 'clojure.lang.PersistentHashSet)
(defn outcome [form]
  (try (pr-str (eval form))
       (catch Throwable e
         (let [e (if (instance? clojure.lang.Compiler$CompilerException e) (.getCause e) e)]
           (str (.getName (class e)) (when-not (instance? IllegalAccessError e) (str ": " (ex-message e))))))))
(doseq [form '[(set! Integer/MIN_VALUE 0)
               (set! (. Integer MIN_VALUE) 0)
               (set! (. Integer -MIN_VALUE) 0)
               (set! Math/E (Math/abs -3))
               (set! PersistentHashSet/EMPTY #{})
               (set! (. PersistentHashSet EMPTY) nil)
               (set! (. PersistentHashSet -EMPTY) nil)
               (set! Integer/MINIMUM 0)
               (set! (Math/abs -3) 0)
               (set! PersistentHashSet 1)
               (set! java.lang.Integer 1)
               (set! (quote x) 1)
               (set! () 1)
               (set! [Integer/MIN_VALUE] 1)
               (set! (identity Integer/MIN_VALUE) 1)]]
  (println form "=>" (outcome form)))

(defn never [] (set! Integer/MIN_VALUE (throw (ex-info "the value comes first" {}))))
(println (try (never) (catch Throwable e (ex-message e))))
(println (fn? (fn [] (set! PersistentHashSet/EMPTY 1))))

(defn assigned [x]
  (set!
   (.-field
    x)
   1))
(println (try (assigned nil)
              (catch NullPointerException e
                (let [line (fn [name] (some #(when (re-find name (.getClassName ^StackTraceElement %)) (.getLineNumber ^StackTraceElement %))
                                            (.getStackTrace e)))]
                  (line #"assigned")))))

;; A data reader that gives nil: to the reader there is no such macro, to the EDN reader it is nil.
(require '[clojure.edn :as edn])
(defmacro show [& forms]
  `(do ~@(map (fn [form] `(println '~form "=>" (try (pr-str ~form)
                                                    (catch Throwable e# (str (class e#) ": " (ex-message e#))))))
              forms)))
(defn reading [text readers fallback]
  (binding [*data-readers* readers *default-data-reader-fn* fallback] (read-string text)))
(show (reading "#my/tag 1" {'my/tag (constantly nil)} nil)
      (reading "#my/tag 1" {'my/tag (constantly false)} nil)
      (reading "[#my/tag 1]" {'my/tag 'no.such/function} nil)
      (reading "#other x" {} (constantly nil))
      (reading "#other x" {} vector)
      (reading "#ärger x" {} (constantly nil))
      (reading "#other x" {} nil)
      (edn/read-string {:default (constantly nil)} "[#other x]")
      (edn/read-string {:readers {'my/tag (constantly nil)}} "[#my/tag x]"))

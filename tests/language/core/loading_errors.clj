;; What load-string and load-reader throw, and what atoms say of nil.
(defmacro show [& forms]
  `(do ~@(map (fn [f]
                `(println (try (pr-str ~f)
                               (catch Throwable e# (pr-str (class e#) (ex-message e#) (ex-data e#) (class (ex-cause e#)) (some-> (ex-cause e#) ex-message))))))
              forms)))
(show (load-string "(+ 1") (load-string "(+ 1\n)\n 5)") (load-reader (java.io.StringReader. "[1")) (load-string "(/ 1 0)")
      (load-string "1\n\n  (throw (ex-info \"a\" {:b 1}))") (load-string "(def a 1) a") (load-string "") (load-string "*file*")
      (load-string "(ns other) (str *ns*)") (str *ns*) ((load-string "\n(fn [] (:line (meta '(a))))")) (load-string "#?(:clj 1 :cljs 2)"))
(show (swap! nil inc) (swap! nil + 1) (swap! nil + 1 2) (swap! nil + 1 2 3) (swap-vals! nil inc) (reset! nil 1) (reset-vals! nil 1)
      (compare-and-set! nil 1 2))
(show (require '[clojure.string :as]) (use '[clojure.string :only]))

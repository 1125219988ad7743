;; clojure.main/repl numbers the lines of each form from 1; what :verbose prints; what `are` expands to.
(require '[clojure.main :as m] '[clojure.string :as str] 'clojure.test)

(defn messages [text]
  (str/replace (with-in-str text
                 (with-out-str (m/repl :prompt #(print "> ") :caught (fn [e] (println (m/err->msg e))))))
               #"\(\S*?(:\d+)"
               "(file$1"))

(println (messages "1\n(foo)\n(if)\n\n  (do\n  (bar))\n'sym (baz)\n#=(+ 1 2)"))
(println (messages "(set! *print-length* 2) (range 9)\n\"two\nlines\" (quux)\n; comment\n(read-line)\nxyz\n:end"))
(println (str/replace (messages "(throw (Exception.))") #"at (user/eval\S* )?" "at "))
(prn (with-in-str "\n\n\n(a\n b) c"
       [(m/repl-read :prompt :exit) (m/repl-read :prompt :exit) (m/repl-read :prompt :exit)
        (map meta [(m/repl-read :prompt :exit)]) (m/repl-read :prompt :exit) (m/repl-read :prompt :exit)]))
(println (m/ex-str {:clojure.error/phase :execution :clojure.error/class 'foo.Bar}))

;; In a function, as a build loads what is required at top level.
(defn load-all []
  (require 'clojure.set :verbose)
  (require '[clojure.set :as s :refer [union] :rename {union u}] :verbose)
  (require '[foo.zork :as-alias z] :verbose)
  (use '[clojure.walk :only [walk] :rename {walk wk}] :verbose)
  (require '[clojure.stacktrace :as st :refer :all] :verbose)
  (require '[clojure.set :as-alias q :refer [difference]] :verbose))
(load-all)

(prn (macroexpand-1 '(clojure.test/are [x] (= x 1) 1 2)))
(prn (macroexpand-1 '(clojure.test/are [] (= 1 1))))

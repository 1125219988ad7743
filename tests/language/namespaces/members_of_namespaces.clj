;; Members of clojure.lang.Namespace, and functions of clojure.main, clojure.core.server and
;; clojure.java.shell that tools call by their vars.
(defmacro show [form]
  `(println (try (pr-str ~form) (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))

(require 'clojure.main 'clojure.core.server 'clojure.java.shell 'clojure.set 'clojure.repl)

(def scratch (create-ns 'scratch))
(show (.refer scratch 'union #'clojure.set/union))
(show (ns-resolve scratch 'union))
(show (.refer scratch 'union #'clojure.set/join))
(show (.addAlias scratch 'sets (the-ns 'clojure.set)))
(show (= (the-ns 'clojure.set) (.lookupAlias scratch 'sets)))
(show (.removeAlias scratch 'sets))
(show (ns-aliases scratch))

(show (with-out-str (#'clojure.main/eval-opt "(+ 1 2) nil :a")))
(show (map (fn [[c m]] (#'clojure.main/java-loc->source c m))
           [['user$f 'invoke] ['a.b_c$f_g$fn__12 'invokeStatic] ['a$b$eval12__3 'invoke] ['java.lang.Long 'parse]
            ['some.Outer$Inner 'call]]))
(defn placed [text line]
  (let [in (clojure.lang.LineNumberingPushbackReader. (java.io.StringReader. text))]
    (:line (meta (clojure.main/renumbering-read nil in line)))))
(show (placed "(a)" 50))
(show (placed "^{:line 7} (a)" 50))
(show (placed "\n\n(a)" 50))

(defn refused [options]
  (try (#'clojure.core.server/validate-opts options)
       (catch Exception e [(ex-message e) (= options (ex-data e))])))
(show (map refused [{} {:name "n"} {:name "n" :port 70000 :accept 'a} {:name "n" :port "1" :accept 'a} {:name "n" :port 1}]))

(show (dissoc (second (#'clojure.java.shell/parse-args ["ls" "-l" :in "x" :dir "d"])) :in-enc :out-enc))
(show (first (#'clojure.java.shell/parse-args ["ls" "-l" :in "x"])))
(show (vec (#'clojure.java.shell/as-env-strings {:A 1 'b "2" "c" :d})))
(show (#'clojure.java.shell/as-env-strings nil))

(show (with-out-str (clojure.lang.RT/print {:a "b"} *out*)))
(show [(clojure.lang.RT/alength (int-array 3)) (clojure.lang.RT/aget (int-array [7 8]) 1)])
(show [(clojure.lang.Tuple/create) (clojure.lang.Tuple/create 1 2) (class (clojure.lang.Tuple/create 1 2 3))])
(shutdown-agents)

(println (for [[alias ns] [[nil *ns*] ['a nil] [5 *ns*] ['a 5] [*ns* 5]]]
           (try (.addAlias *ns* alias ns) (catch Exception e (if (instance? NullPointerException e) (ex-message e) :refused)))))

; What a namespace has is decided by its vars, whatever their metadata says of a namespace.
(ns members.other)
(defmacro taken [x] x)
(ns members.here)
(def taken #'members.other/taken)
(alter-meta! #'taken merge (dissoc (meta #'members.other/taken) :name))
(def ^:private hidden 1)
(println (keys (ns-publics 'members.here)) (sort (keys (ns-interns 'members.here))) (contains? (ns-refers 'members.here) 'taken))
(.setMacro #'taken)
(ns members.user (:use members.here))
(println (taken 5) (:doc (meta (find-ns 'clojure.core))))
; The name that ns quotes has what is said about the namespace.
(println (meta (second (second (second (macroexpand-1 '(ns ^:x members.doc "text" {:a 1} (:require clojure.set))))))))
(println (meta (second (second (second (macroexpand-1 '(ns members.doc)))))))
(ns ^:x members.doc "text" {:a 1})
(println (meta (ns-name *ns*)) (meta *ns*))

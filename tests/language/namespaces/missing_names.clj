; What functions of namespaces say of nil where a name belongs, and what eval says of a class that is not there.
(require 'clojure.set)
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(prn (try ~form
                      (catch Throwable t#
                        [(class t#) (clojure.string/replace (str (.getMessage t#)) #" \(.*" "") (class (.getCause t#))]))))))

(show
 (resolve nil)
 (resolve {} nil)
 (resolve "a")
 (ns-resolve *ns* nil)
 (find-var nil)
 (find-var "a")
 (intern *ns* nil)
 (ns-unmap *ns* nil)
 (ns-unmap *ns* "a")
 (ns-unalias *ns* nil)
 (ns-unalias *ns* "a")
 (alias nil 'clojure.set)
 (alias nil 'no.such)
 (alias "a" 'clojure.set)
 (alias "a" 'no.such)
 (alias 'a nil)
 (remove-ns nil)
 (remove-ns "a"))

; Where the class is named outside of functions, the form is not compiled.
(show
 (eval 'no.such.Klass)
 (eval '[1 no.such.Klass])
 (eval '(new no.such.Klass))
 (eval '(no.such.Klass. 1 2))
 (eval '(if false (no.such.Klass.) 1))
 (eval '(let [x 1] (no.such.Klass. x)))
 (eval 'no.such.Klass/field)
 (eval '(. no.such.Klass field))
 (eval '(. no.such.Klass method 1))
 (eval '(do (deftype HereNow [a]) (.a (HereNow. 1))))
 (eval '(do (defrecord HereToo [a]) (:a (user.HereToo. 2))))
 (eval 'java.util.Date))

;; The paths of odd names.
(doseq [lib '[.. a..b .a a. x.y-z]]
  (println (try (require lib) (catch Exception e (ex-message (or (.getCause e) e))))))
; A function of a namespace that is not there: the place is that of its call, which goes without a name, as a lone symbol.
(doseq [form '[(inc (not.there/f 1)) (fn [a] (not.there/f a)) (let [a (not.there/f 1)] a) (str (str (not.there/f 1)))
               (fn [a] (if (= a (not.there/f 1)) 1)) (not.there/f 1)]]
  (prn (try (eval form) (catch Throwable e [(ex-message (or (ex-cause e) e)) (dissoc (ex-data e) :clojure.error/source)]))))

; A nil where something is called through it: the exception names what is called and the argument.
(require '[clojure.string :as str])
(defmacro each [& forms]
  `(do ~@(for [form forms]
           `(println (pr-str '~form) "=>" (try (pr-str ~form) (catch Exception e# (str (.getSimpleName (class e#)) ": " (.getMessage e#))))))))
(each (str/starts-with? "a" nil) (str/ends-with? "a" nil) (str/starts-with? nil nil) (str/includes? "a" nil) (str/index-of "a" nil)
      (str/last-index-of "a" nil) (str/index-of "a" nil 0) (str/split "a" nil) (str/split nil nil) (str/re-quote-replacement nil)
      (str/replace "a" \a nil) (str/replace "b" \a nil) (str/replace "a" "a" nil) (str/replace "b" "a" nil) (str/replace "a" #"." nil)
      (str/replace "" #"a" {}) (str/replace "a" #"." {"b" "c"}) (str/replace-first "a" "a" nil) (str/replace-first "a" \a nil)
      (str/replace-first "a" #"." nil) (str/replace-first "a" #"." {}) (str/replace "abc" #"[ac]" {"a" "1" "c" "3"}))
(each (dissoc! nil 1) (disj! nil 1) (disj! nil) (conj! nil 1) (assoc! nil 1 2) (pop! nil) (parse-uuid nil))
; A namespace by its name, a var by a plain symbol.
(each (the-ns nil) (find-ns nil) (create-ns nil) (ns-name nil) (in-ns nil) (intern nil 'x) (intern 'user nil) (intern 'no.such nil)
      (intern 'no.such "x") (intern 'user 'a/b 1) (intern 'user 'a/b) (resolve 'user/b)
      (intern 'user 'b 1) (intern (the-ns 'user) 'b) (:from (meta (intern 'user (with-meta 'c {:from :here}) 2))))
; A hierarchy that lacks a relation has nothing to call, too.
(def lacking {:parents {} :descendants {}})
(defmacro kinds [& forms]
  `(do ~@(for [form forms] `(println (pr-str '~form) "=>" (try (pr-str ~form) (catch Exception e# (.getSimpleName (class e#))))))))
(kinds (intern 'user "x") (intern 'user :x) (intern "user" 'x))
(kinds (derive lacking :a :b) (derive {:parents {} :ancestors {}} :a :b) (derive {:parents {:a #{:b}}} :a :b)
      (derive {:parents {} :ancestors {} :descendants {}} :a :b) (derive (derive (make-hierarchy) :a :b) :c :a)
      (underive lacking :a :b))
; Transient vectors have their elements by index.
(each (map indexed? [(transient []) (transient {}) (transient #{}) [] () "" nil (subvec [1 2] 1) (first {1 2})])
      (instance? clojure.lang.Indexed (transient [])))

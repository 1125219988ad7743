; read, read-string, read+string, edn and the reader types.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(require '[clojure.edn :as edn])
(import '[java.io PushbackReader StringReader])
(defn rdr [s] (PushbackReader. (StringReader. s)))
(show (let [r (rdr "a [b c] 1")] [(read r) (read r) (read r) (read r false :eof)])
      (read (rdr "")) (read (rdr "") false nil) (read {:eof 7} (rdr "")) (with-in-str "(+ 1 2) x" [(read) (read)])
      (with-in-str "one\ntwo\n" [(read-line) (read-line) (read-line)]))
(show (edn/read-string "{:a [1 2.5 \\a \"s\" #{x} nil true 1/2 1N 1M]}") (edn/read-string "") (edn/read-string nil) (edn/read-string {:eof 1} "")
      (edn/read-string "#foo 1") (edn/read-string {:readers {'foo inc}} "#foo 1") (edn/read-string {:default vector} "#foo 1")
      (edn/read-string "#inst \"2020-01-01\"") (edn/read-string "#(a)") (edn/read-string "'a") (edn/read-string "`a") (edn/read-string "@a") (edn/read-string "#\"a\"")
      (edn/read-string "#=(a)") (edn/read-string "::a") (edn/read-string "#:a{:b 1}") (edn/read-string "^:a [b]") (meta (edn/read-string "^:a [b]")) (edn/read-string "[1 #_2 3]") (edn/read-string "##Inf")
      (edn/read-string "{:a 1 :a 2}") (edn/read-string "#{a a}") (edn/read-string "]") (edn/read-string "[") (edn/read-string "foo/bar") (edn/read-string "1 2") (edn/read-string "\\newline") (edn/read-string "#uuid \"123e4567-e89b-12d3-a456-426614174000\""))
(show (edn/read (rdr "[1 2] 3")) (edn/read {:eof :e} (rdr "")))
(show (let [[v s] (read+string (clojure.lang.LineNumberingPushbackReader. (StringReader. " (a  b) c")))] [v s]))
(show (eval (read-string "(let [x 1] (inc x))")) (load-string "(def zz 5) (* zz zz)") zz (eval 'zz) (eval '(do (defn qq [x] x) (qq 3))) (eval nil) (eval :a) (eval [1 '(+ 1 1)]) (eval (list + 1 2)) (eval {:a '(inc 1)}))

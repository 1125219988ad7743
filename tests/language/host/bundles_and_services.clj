;; java.util.ResourceBundle and ServiceLoader, from a folder beside this program.
(import '(java.util Locale PropertyResourceBundle ResourceBundle ServiceLoader))

(defmacro attempt [x] `(try ~x (catch Throwable e# [(class e#) (ex-message e#)])))

(def loader (java.net.URLClassLoader. (into-array java.net.URL [(.toURL (.toURI (java.io.File. "resources_lib/")))])))

(let [b (ResourceBundle/getBundle "messages" (Locale. "de" "CH") loader)]
  (prn (.getString b "hi") (.getString b "base") (attempt (.getString b "nope")))
  (prn (sort (.keySet b)) (sort (enumeration-seq (.getKeys b))) (str (.getLocale b)) (.getBaseBundleName b))
  (prn (.containsKey b "only") (.containsKey b "x") (.getObject b "only") (class b)))
(prn (.getString (ResourceBundle/getBundle "messages" Locale/FRENCH loader) "hi"))
(prn (attempt (.getString (ResourceBundle/getBundle "messages" Locale/FRENCH loader) "only")))
(prn (attempt (ResourceBundle/getBundle "nope" (Locale. "de" "CH"))))
(prn (attempt (ResourceBundle/getBundle nil)))
(prn (.getString (PropertyResourceBundle. (java.io.StringReader. "a=1\nb=2")) "b"))

(let [found (ServiceLoader/load java.io.Closeable loader)]
  (prn (map class found) (.isPresent (.findFirst found)) (str found)))
(prn (seq (ServiceLoader/load java.util.Comparator loader)) (seq (ServiceLoader/load java.io.Closeable)))
(prn (attempt (first (ServiceLoader/load java.util.concurrent.Callable loader))))
(prn (attempt (ServiceLoader/load nil)))

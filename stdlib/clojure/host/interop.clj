(ns clojure.host.interop
  "What macros see of the compiler, and what libraries ask the runtime's own classes for."
  (:require [clojure.host.defclass :refer [defclass extend-class]]))

(def ^:private primitives
  {"long" Long/TYPE "double" Double/TYPE "int" Integer/TYPE "float" Float/TYPE "boolean" Boolean/TYPE "char" Character/TYPE
   "byte" Byte/TYPE "short" Short/TYPE})

;; A value of &env. The class of a local is known from its hint, or from the primitive that its value is.
(defclass clojure.lang.Compiler$LocalBinding [sym tag idx primitive]
  (hasJavaClass [_] (or (some? tag) (some? primitive)))
  (getJavaClass [_]
    (if-not tag
      (when primitive (primitives (str primitive)))
      (if (class? tag)
        tag
        (let [hint (symbol (str tag))
              array (#'clojure.core/primitive-names hint)
              found (or (primitives (str tag)) (if array (Class/forName array) (ns-resolve *ns* hint)))]
          (if (class? found)
            found
            (throw (IllegalArgumentException. (str "Unable to resolve classname: " tag)))))))))

;; What code walkers bind Compiler/METHOD to; nothing reads it.
(defclass clojure.lang.Compiler$ObjExpr []
  :static
  (new [_tag] (clojure.lang.Compiler$ObjExpr/<init>)))

(extend-class clojure.lang.Compiler
  :static
  (:field LOCAL_ENV #'clojure.core/local-env)
  ;; Vars that may be bound, as programs that compile do; nothing reads them.
  (:field LOADER (.setDynamic (clojure.lang.Var/create (clojure.lang.RT/baseLoader))))
  (:field METHOD (.setDynamic (clojure.lang.Var/create nil)))
  (:field CLEAR_SITES (.setDynamic (clojure.lang.Var/create nil)))
  (load ([reader] (#'clojure.core/load-forms reader nil))
    ([reader path _] (#'clojure.core/load-forms reader path))))

;; The class path is known to the class loader itself, which has no URLs of its own.
(extend-class clojure.lang.DynamicClassLoader
  (getURLs [_] (make-array java.net.URL 0)))

(defn- resource-below
  "The URL of the named file in the directory or archive that the URL is of, or nil."
  [url name]
  (let [place (java.io.File. (#'clojure.core/file-of-url url))]
    (if (.isDirectory place)
      (let [file (java.io.File. place name)]
        (when (and (.exists file) (not (.startsWith name "/"))) (.toURL (.toURI file))))
      (when (and (.isFile place) (with-open [archive (java.util.zip.ZipFile. place)] (.getEntry archive name)))
        (java.net.URL. (str "jar:" url "!/" name))))))

;; Finds files, as programs with plug-ins want it to; classes are those of the program.
(defclass java.net.URLClassLoader [urls parent]
  (getURLs [_] (into-array java.net.URL urls))
  (getParent [_] parent)
  (findResource [_ name] (some (fn [url] (resource-below url name)) urls))
  (findResources [_ name] (java.util.Collections/enumeration (keep (fn [url] (resource-below url name)) urls)))
  (getResource [this name] (or (some-> parent (.getResource name)) (.findResource this name)))
  (getResources [this name]
    (java.util.Collections/enumeration
     (concat (some-> parent (.getResources name) enumeration-seq) (enumeration-seq (.findResources this name)))))
  (getResourceAsStream [this name] (when-let [url (.getResource this name)] (.openStream url)))
  (loadClass [_ name] (.loadClass (or parent (ClassLoader/getSystemClassLoader)) name))
  (close [_] nil)
  :static
  (new ([urls]
         (when (nil? urls)
           (throw (NullPointerException. "Cannot read the array length because \"urls\" is null")))
         (java.net.URLClassLoader/new urls (ClassLoader/getSystemClassLoader)))
    ([urls parent] (java.net.URLClassLoader/<init> (vec urls) parent)))
  (newInstance ([urls] (java.net.URLClassLoader. urls)) ([urls parent] (java.net.URLClassLoader. urls parent))))

(extend-class clojure.lang.LockingTransaction
  :static
  (isRunning [] (clojure.core/-in-transaction?)))

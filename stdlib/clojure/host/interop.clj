(ns clojure.host.interop
  "What macros see of the compiler, and what libraries ask the runtime's own classes for."
  (:require [clojure.host.defclass :refer [defclass extend-class]]))

(def ^:private primitives
  {"long" Long/TYPE "double" Double/TYPE "int" Integer/TYPE "float" Float/TYPE "boolean" Boolean/TYPE "char" Character/TYPE
   "byte" Byte/TYPE "short" Short/TYPE})

;; A value of &env. The class of a local is known from its hint alone.
(defclass clojure.lang.Compiler$LocalBinding [sym tag idx]
  (hasJavaClass [_] (some? tag))
  (getJavaClass [_]
    (when tag
      (if (class? tag)
        tag
        (let [found (or (primitives (str tag)) (ns-resolve *ns* (symbol (str tag))))]
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
  (:field LOADER (.setDynamic (clojure.lang.Var/create nil)))
  (:field METHOD (.setDynamic (clojure.lang.Var/create nil)))
  (:field CLEAR_SITES (.setDynamic (clojure.lang.Var/create nil)))
  (load ([reader] (#'clojure.core/load-forms reader nil))
    ([reader path _] (#'clojure.core/load-forms reader path))))

;; The class path is known to the class loader itself: none has URLs of its own.
(extend-class java.net.URLClassLoader
  (getURLs [_] (make-array java.net.URL 0)))

(extend-class clojure.lang.LockingTransaction
  :static
  (isRunning [] (clojure.core/-in-transaction?)))

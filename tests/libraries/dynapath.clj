(ns libraries.dynapath
  (:require [dynapath.util :as d] [dynapath.dynamic-classpath :as dc]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def fake (reify Object (toString [_] "fake")))
(extend-protocol dc/DynamicClasspath Object (can-read? [_] true) (can-add? [_] false) (classpath-urls [_] ["u"]) (add-classpath-url [_ _] nil))
(show (d/readable-classpath? nil) (d/addable-classpath? nil) (d/readable-classpath? fake) (d/classpath-urls fake) (d/add-classpath-url fake 1) (d/classpath-urls nil))

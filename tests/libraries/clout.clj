(ns libraries.clout
  (:require [clout.core :as c]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(defn m [route uri] (c/route-matches route {:request-method :get :uri uri :path-info uri}))
(show (m "/a/:id" "/a/5") (m "/a/:id" "/b/5") (m "/*" "/x/y") (m "/f/*.*" "/f/a.txt") (m (c/route-compile "/u/:id" {:id #"\\d+"}) "/u/12") (m (c/route-compile "/u/:id" {:id #"\\d+"}) "/u/x") (m "/a%20b/:x" "/a%20b/q%2Fr") (m "/:a/:b" "/1/2") (m "http://e.com/:x" "/z") (str (c/route-compile "/x/:y")) (m "/:id{[0-9]+}" "/42") (m "/:id{[0-9]+}" "/x") (m "//localhost/:q" "/1") (m "/:a-b/:c.d" "/1/2") (c/route-compile "/{bad") (m "" "/"))

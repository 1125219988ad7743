(ns libraries.uri
  (:require [lambdaisland.uri :as uri :refer [uri join]] [lambdaisland.uri.normalize :as n]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def u (uri "https://user:pw@example.com:8080/a/b?q=1&r=a%20b#frag"))
(show (into {} u) (str u) (:host u) (:port u) (assoc u :path "/z") (str (assoc u :query "x=1")) (str (join "http://e.com/a/b" "../c")) (str (join "http://e.com/a/b/" "c" "d?x")) (str (join "http://e.com/a" "//other/x")) (uri/parse "mailto:a@b") (uri "/rel/path") (uri/relative? (uri "/x")) (uri/absolute? u) (uri/uri? u) (uri/query-map u) (uri/query-string->map "a=1&b=2&a=3") (uri/query-map "?a=1&a=2" {:multikeys :always})
      (uri/map->query-string {:a 1 :b [2 3] :c "x y"}) (str (uri/assoc-query u :q 5)) (str (uri/assoc-query* (uri "/p") {:k "v&"})) (str (n/normalize (uri "http://e.com/a b/é?x=ü#y z"))) (n/percent-encode "a b/ü" :path) (n/percent-decode "%61%20%C3%BC") (clojure.edn/read-string {:readers uri/edn-readers} "#lambdaisland/uri \"http://x.y/z\"") u (= u (uri (str u))) (str (join "http://a/b/c/d;p?q" "./../g")) (n/normalize-path "/a%2fb c"))

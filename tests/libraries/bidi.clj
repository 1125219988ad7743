(ns libraries.bidi
  (:require [bidi.bidi :as b] [bidi.ring :as ring] [bidi.verbose :as v]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def routes ["/" {"index.html" :index "articles/" {"" :articles [:id "/article.html"] :article} [#"\\d+" ""] :digits ["p/" [long :n]] :page #{"x" "y"} :either true :not-found}])
(show (b/match-route routes "/index.html") (b/match-route routes "/articles/123/article.html") (b/match-route routes "/nope/x") (b/path-for routes :article :id 5) (b/path-for routes :index) (b/path-for routes :zzz) (b/match-route routes "/x") (b/match-route routes "/p/55") (b/path-for routes :page :n 7) (b/match-route ["/a" {:get :g :post :p}] "/a" :request-method :post) (b/match-route ["/a" {:get :g}] "/a" :request-method :put) (map :handler (b/route-seq routes)) (b/match-route ["/" [["a" :a] [["b/" [#"[a-z]+" :w]] :b]]] "/b/word")
      (b/match-route ["/" {[[keyword :k]] :kw}] "/ns%2Fname") (b/match-route ["/" {(b/alts "one" "two") (b/tag :h :tagged)}] "/two") (b/path-for ["/" {"q" (b/tag :h :tagged)}] :tagged) (b/url-encode "a b") (b/url-decode "a%20b") (v/branch "/" (v/leaf "home" :home) (v/branch "x/" (v/param :id) (v/leaf "" :x))) ((ring/make-handler ["/" {"hi" (fn [req] {:status 200 :p (:route-params req)})}]) {:uri "/hi" :request-method :get}) (b/match-route ["/" {[[b/uuid :u]] :uuid}] "/00000000-0000-0000-0000-000000000001") (b/match-route ["/" {{:request-method :get :server-name "a"} {"z" :z}}] "/z" :request-method :get :server-name "a"))

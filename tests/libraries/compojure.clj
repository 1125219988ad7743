(ns libraries.compojure
  (:require [compojure.core :as c :refer [GET POST PUT DELETE ANY HEAD OPTIONS PATCH defroutes context routes let-routes wrap-routes]] [compojure.route :as route] [compojure.coercions :refer [as-int as-uuid]] [compojure.response :as response]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(defn req ([method uri] (req method uri nil)) ([method uri more] (merge {:request-method method :uri uri} more)))
(defroutes app
  (GET "/" [] "home")
  (GET "/hello/:name" [name] (str "hello " name))
  (GET ["/n/:id" :id #"[0-9]+"] [id :<< as-int] (pr-str id))
  (GET "/u/:id" [id :<< as-uuid] (pr-str id))
  (POST "/p" {params :params :as r} {:status 201 :headers {"X" "1"} :body (pr-str params)})
  (GET "/many/:a/:b" [a b & more :as {uri :uri}] (pr-str a b more uri))
  (PUT "/p" [] {:status 204}) (DELETE "/d" [] (fn [r] (str "fn " (:uri r)))) (PATCH "/d" [] nil) (OPTIONS "/d" [] [:nothing])
  (ANY "/any" r (name (:request-method r)))
  (context "/api/:v" [v] (GET "/x" [] (str "api " v)) (GET "/" [] "api root") (context "/deep" [] (GET "/y" {c :context p :path-info} (pr-str c p))))
  (let-routes [greeting "hi"] (GET "/let" [] greeting))
  (wrap-routes (GET "/wrapped" [] "w") (fn [h] (fn [r] (update (h r) :body str "!"))))
  (route/not-found "none"))
(show (app (req :get "/")) (app (req :get "/hello/J%C3%BCrgen")) (app (req :get "/n/12")) (app (req :get "/n/x")) (app (req :get "/u/00000000-0000-0001-0000-000000000002")) (app (req :post "/p" {:params {:a 1}})) (app (req :get "/many/1/2" {:params {:c 3}})) (app (req :put "/p")) (app (req :delete "/d")) (app (req :patch "/d"))
      (app (req :options "/d")) (app (req :head "/")) (app (req :trace "/any")) (app (req :get "/api/2/x")) (app (req :get "/api/2")) (app (req :get "/api/2/deep/y")) (app (req :get "/let")) (app (req :get "/wrapped")) (app (req :get "/zzz")) (app (req :head "/zzz"))
      (app (req :post "/x" {:form-params {"_method" "get"}})) ((routes (GET "/a" [] "a")) (req :get "/b")) ((GET "/r/*" [*] *) (req :get "/r/a/b")) (:status (c/routing (req :get "/a") (GET "/a" [] "A"))))
(let [got (promise)]
  (app (req :get "/hello/async") #(deliver got %) #(deliver got [:raised %]))
  (show @got))
(show (response/render {:status 200 :body "m"} {}) (response/render "s" {}) (response/render (java.io.File. "x.html") {}) (response/render (list "a" "b") {}) (response/render nil {}) ((route/resources "/" {:root "none"}) (req :get "/x")) ((route/files "/" {:root "none"}) (req :get "/x")) ((c/make-route :get "/q" (constantly {:status 1})) (req :get "/q")))

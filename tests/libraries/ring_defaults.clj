;; ring-defaults: the middleware of ring, put together by a map.
(ns ring-defaults
  (:require [ring.middleware.defaults :as d] ring.middleware.multipart-params.temp-file [ring.mock.request :as m] [ring.util.response :as r] [clojure.string :as str]))
(defn show [x] (update x :headers #(into (sorted-map) (map (fn [[k v]] [k (if (= k "Set-Cookie") (map (fn [c] (str/replace c #"=[^;]*;" "=X;")) v) v)])) %)))
(doseq [[n c] [[:api d/api-defaults] [:site d/site-defaults] [:sapi d/secure-api-defaults] [:ssite d/secure-site-defaults]]] (println n (pr-str (map key (sort-by key c)))))
(def api (d/wrap-defaults (fn [req] (r/response (pr-str (:params req)))) d/api-defaults))
(println (show (api (m/request :get "/x" {:a 1 "b" [1 2]}))))
(println (show (api (m/request :post "/x?c=2" {:a 1}))))
(def site (d/wrap-defaults (fn [req] (-> (r/response (pr-str (:params req) (:session req))) (assoc :session {:n 1}))) (assoc-in d/site-defaults [:security :anti-forgery] false)))
(println (show (site (m/request :get "/x" {"a[b]" 1 "l[]" 2}))))
(println (show ((d/wrap-defaults (fn [_] (r/redirect "/y")) d/site-defaults) (m/request :get "/x"))))
(println (:status ((d/wrap-defaults (fn [_] (r/response "x")) d/site-defaults) (m/request :post "/x"))))
(println (show ((d/wrap-defaults (fn [_] (r/response "x")) d/secure-site-defaults) (m/request :get "/x"))))
(println (show ((d/wrap-defaults (fn [_] (r/content-type (r/response "x") "text/html")) (assoc d/secure-api-defaults :proxy true)) (-> (m/request :get "/x") (m/header "x-forwarded-proto" "https")))))

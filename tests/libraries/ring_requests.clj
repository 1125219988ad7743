;; Requests made by ring-mock through the middleware of ring-json, ring-basic-authentication and ring-anti-forgery.
(ns ring-requests
  (:require [clojure.string :as str]
            [ring.middleware.anti-forgery :as forgery]
            [ring.middleware.basic-authentication :as basic]
            [ring.middleware.json :as json]
            [ring.mock.request :as mock]))

(defn show [request] (prn (update request :body (fn [b] (when b (slurp b))))))
(show (mock/request :get "/a/b?x=1&y=2"))
(show (mock/request :get "http://example.com:8080/q" {:a 1 :b "two words"}))
(show (mock/request :post "/form" {:name "Ann" :tags ["x" "y"]}))
(show (-> (mock/request :put "/") (mock/header "X-Thing" 5) (mock/content-type "text/plain") (mock/body "hello")))
(show (-> (mock/request :post "/j") (mock/json-body {:a [1 2.5 nil true] :b {:c "d"}})))
(show (-> (mock/request :get "/c") (mock/cookie :session "abc") (mock/query-string {:k "v&w"})))

(defn echo [request] {:status 200 :headers {} :body (select-keys request [:body :params :json-params])})
(def app (-> echo (json/wrap-json-body {:keywords? true}) json/wrap-json-response))
(prn (app (-> (mock/request :post "/j") (mock/json-body {:a [1 2.5 nil true] :b {:c "d"}}))))
(prn (app (-> (mock/request :post "/j") (mock/content-type "application/json") (mock/body "{\"a\": oops"))))
(prn ((json/wrap-json-params (comp (fn [r] (update r :body dissoc :body)) echo)) (-> (mock/request :post "/j") (mock/json-body {"a" 1}) (assoc :params {"b" 2}))))
(prn ((json/wrap-json-response (fn [_] {:status 200 :headers {} :body [{:b 1} "x" nil]}) {:pretty true}) {}))
(prn ((json/wrap-json-body echo {:bigdecimals? true}) (-> (mock/request :post "/j") (mock/content-type "application/vnd.api+json") (mock/body "{\"n\": 1.10}"))))

(def guarded (basic/wrap-basic-authentication (fn [r] {:status 200 :body (str "hello " (:basic-authentication r))})
                                              (fn [name pass] (when (= [name pass] ["ann" "s3cret:x"]) (str/upper-case name)))))
(defn with-auth [text] (mock/header (mock/request :get "/") "authorization" (str "Basic " (.encodeToString (java.util.Base64/getEncoder) (.getBytes text)))))
(prn (guarded (mock/request :get "/")))
(prn (guarded (with-auth "ann:s3cret:x")))
(prn (guarded (with-auth "ann:wrong")))

(def protected (forgery/wrap-anti-forgery (fn [_] {:status 200 :body (str (count (force forgery/*anti-forgery-token*)))})))
(prn (update (protected (mock/request :get "/")) :session (comp count :ring.middleware.anti-forgery/anti-forgery-token)))
(prn (protected (mock/request :post "/")))
(let [session {:ring.middleware.anti-forgery/anti-forgery-token "token"}]
  (prn (protected (assoc (mock/request :post "/" {"__anti-forgery-token" "token"}) :session session :form-params {"__anti-forgery-token" "token"})))
  (prn (protected (-> (mock/request :post "/") (mock/header "X-CSRF-Token" "token") (assoc :session session))))
  (prn (:status (protected (-> (mock/request :post "/") (mock/header "X-CSRF-Token" "other") (assoc :session session))))))

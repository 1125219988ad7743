(ns libraries.ring-middleware
  (:require [ring.middleware.absolute-redirects :refer [wrap-absolute-redirects]] [ring.middleware.default-charset :refer [wrap-default-charset]] [ring.middleware.proxy-headers :refer [wrap-forwarded-remote-addr]] [ring.middleware.x-headers :as x] [ring.middleware.ssl :as ssl]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(defn redirect [to] (wrap-absolute-redirects (constantly {:status 302 :headers {"Location" to}})))
(def request {:scheme :http :uri "/here/now" :server-name "example.org" :server-port 80 :headers {"host" "example.org"}})
(def ok (constantly {:status 200 :headers {} :body ""}))
(show ((redirect "/there") request) ((redirect "there?x=1") request) ((redirect "https://other.org/") request) ((redirect "../up") request) ((wrap-absolute-redirects ok) request)
      ((wrap-default-charset (constantly {:headers {"Content-Type" "text/html"}}) "utf-8") {}) ((wrap-default-charset (constantly {:headers {"Content-Type" "text/html; charset=x"}}) "utf-8") {}) ((wrap-default-charset (constantly {:headers {"Content-Type" "image/png"}}) "utf-8") {})
      ((wrap-forwarded-remote-addr :remote-addr) {:remote-addr "1.1.1.1" :headers {"x-forwarded-for" "2.2.2.2, 3.3.3.3"}}) ((wrap-forwarded-remote-addr :remote-addr) {:remote-addr "1.1.1.1" :headers {}})
      ((x/wrap-frame-options ok :deny) {}) ((x/wrap-frame-options ok {:allow-from "http://x"}) {}) (x/wrap-frame-options ok :nope) ((x/wrap-content-type-options ok :nosniff) {}) ((x/wrap-xss-protection ok true {:mode :block}) {}) ((x/wrap-xss-protection ok false nil) {})
      ((ssl/wrap-forwarded-scheme :scheme) {:headers {"x-forwarded-proto" "https"}}) ((ssl/wrap-forwarded-scheme :scheme "x-s") {:scheme :http :headers {}}) ((ssl/wrap-hsts ok) {}) ((ssl/wrap-hsts ok {:max-age 5 :include-subdomains? false}) {}) ((ssl/wrap-ssl-redirect ok) request) ((ssl/wrap-ssl-redirect ok {:ssl-port 8443}) (assoc request :request-method :post)) ((ssl/wrap-ssl-redirect ok) (assoc request :scheme :https)))

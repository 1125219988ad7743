(ns libraries.ring-core
  (:require [ring.middleware.params :as params] [ring.middleware.keyword-params :as kp] [ring.middleware.nested-params :as np] [ring.middleware.cookies :as cookies] [ring.middleware.session :as session] [ring.middleware.session.memory :as memory] [ring.middleware.session.cookie :as session-cookie] [ring.middleware.session.store :as store] [ring.middleware.flash :as flash]
            [ring.middleware.content-type :as ct] [ring.middleware.head :as head] [ring.middleware.not-modified :as nm] [ring.middleware.file :as file] [ring.middleware.file-info :as fi] [ring.middleware.resource :as resource]
            [ring.util.response :as r] [ring.util.request :as q] [ring.util.mime-type :as mime] [ring.util.parsing :as parsing] [ring.util.time :as time] [ring.util.io :as rio] [ring.core.protocols :as protocols] [crypto.equality :as eq] [crypto.random :as random]
            [clojure.java.io :as io] [clojure.string :as s]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(defn stream [text] (java.io.ByteArrayInputStream. (.getBytes text "UTF-8")))
(def root (doto (io/file (System/getProperty "java.io.tmpdir") (str "ring" (System/nanoTime))) (.mkdirs)))
(spit (io/file root "page.html") "<p>hi</p>")
(.mkdir (io/file root "d"))
(spit (io/file root "d" "index.html") "index")
(doseq [f (file-seq root)] (.setLastModified f 1000000000000))
(defn tidy [response] (cond-> response (instance? java.io.File (:body response)) (update :body #(s/replace (str %) (str root) "ROOT"))))
(def echo (params/wrap-params (np/wrap-nested-params (kp/wrap-keyword-params (fn [r] (select-keys r [:params :query-params :form-params]))))))
(show (echo {:query-string "a=1&b=2&b=3&c=%C3%BC+x"}) (echo {:query-string "u[name]=x&u[tags][]=1&u[tags][]=2&x[y][z]=q"}) (echo {:request-method :post :headers {"content-type" "application/x-www-form-urlencoded"} :body (stream "k=v&%zz=1") :query-string "q"})
      (echo {}) (np/parse-nested-keys "a[b][][c]") (params/assoc-query-params {:query-string "x=%FF"} "UTF-8") (kp/keyword-params-request {:params {"a b" 1 "ok" {"in" 2} "1x" 3}}))
(def jar (cookies/wrap-cookies (fn [r] {:status 200 :headers {} :body (:cookies r) :cookies {"plain" "v" :full {:value "a b" :path "/" :max-age 10 :secure true :http-only true :same-site :strict :domain "x.org"} "kv" {:value {:a 1}}}})))
(show (jar {:headers {"cookie" "a=b; c=\"d%20e\"; bad"}}) (jar {}) ((cookies/wrap-cookies (constantly {:headers {} :cookies {"t" {:value 1 :expires "Thu, 01 Jan 1970 00:00:00 GMT"}}})) {}) ((cookies/wrap-cookies (constantly {:cookies {"t" {:value 1 :nope 2}}})) {}))
(let [store (atom {})
      app (session/wrap-session (flash/wrap-flash (fn [r] (case (:uri r) "/set" {:session {:n 1} :flash "note"} "/get" {:body [(:session r) (:flash r)]} "/end" {:session nil} "/again" {:session (with-meta (assoc (:session r) :m 2) {:recreate true})}))) {:store (memory/memory-store store) :cookie-name "sid" :cookie-attrs {:max-age 5}})
      set-cookie (fn [response] (first (get-in response [:headers "Set-Cookie"])))
      id (fn [response] (second (re-find #"sid=([^;]*)" (set-cookie response))))
      made (app {:uri "/set"})
      with (fn [uri] {:uri uri :headers {"cookie" (str "sid=" (id made))}})]
  (show (s/replace (set-cookie made) (id made) "ID") (app (with "/get")) (app (with "/get")) (vals @store) (= (id made) (id (app (with "/again")))) (vals @store) (set-cookie (app (with "/end"))) (app {:uri "/get"})))
(show (r/response "x") (r/redirect "/to") (r/redirect "/to" :see-other) (r/created "/c" "b") (r/bad-request "no") (r/not-found "nf") (r/status {} 204) (r/header {} "A" 1) (r/content-type (r/response "") "text/html") (r/charset (r/content-type (r/response "") "text/html") "UTF-8") (r/get-charset {:headers {"Content-Type" "text/html; charset=latin1"}}) (r/get-header {:headers {"x-a" 1}} "X-A") (r/update-header {:headers {"a" "b"}} "A" str "c") (r/set-cookie {} "k" "v" {:path "/"}) (r/response? {:status 200 :headers {}}) (r/response? 1)
      (tidy (r/file-response "page.html" {:root (str root)})) (tidy (r/file-response "d" {:root (str root)})) (r/file-response "../x" {:root (str root)}) (r/file-response "none" {:root (str root)}) (:status (r/url-response (io/as-url (io/file root "none")))) (r/resource-response "none") (tidy (r/url-response (io/as-url (io/file root "page.html"))))
      (q/request-url {:scheme :http :headers {"host" "h:80"} :uri "/u" :query-string "q=1"}) (q/content-type {:headers {"content-type" "text/html; charset=x"}}) (q/character-encoding {:headers {"content-type" "text/html; charset=x"}}) (q/urlencoded-form? {:headers {"content-type" "application/x-www-form-urlencoded"}}) (q/body-string {:body "s"}) (q/body-string {:body (stream "st")}) (q/path-info {:uri "/p"}) (q/set-context {:uri "/c/x"} "/c") (q/set-context {:uri "/d"} "/c") (q/content-length {:headers {"content-length" "12"}})
      (mime/ext-mime-type "a.CSS") (mime/ext-mime-type "x.foo" {"foo" "t/foo"}) (mime/ext-mime-type "noext") (re-find parsing/re-charset "text/x; charset=\"utf-8\"") (time/parse-date "Sun, 06 Nov 1994 08:49:37 GMT") (time/parse-date "Sunday, 06-Nov-94 08:49:37 GMT") (time/parse-date "Sun Nov  6 08:49:37 1994") (time/parse-date "junk") (time/parse-date nil) (time/format-date #inst "2001-09-09T01:46:40"))
(show ((ct/wrap-content-type (constantly {:headers {}})) {:uri "/a.png"}) ((ct/wrap-content-type (constantly {:headers {}}) {:mime-types {"zz" "z/z"}}) {:uri "/a.zz"}) ((head/wrap-head (fn [r] {:body (:request-method r)})) {:request-method :head}) ((nm/wrap-not-modified (constantly {:status 200 :headers {"etag" "e"} :body "b"})) {:request-method :get :headers {"if-none-match" "e"}}) ((nm/wrap-not-modified (constantly {:status 200 :headers {"Last-Modified" "Sun, 06 Nov 1994 08:49:37 GMT"} :body "b"})) {:request-method :get :headers {"if-modified-since" "Mon, 07 Nov 1994 08:49:37 GMT"}})
      (tidy ((file/wrap-file (constantly :passed) root) {:request-method :get :uri "/page.html"})) (tidy ((file/wrap-file (constantly :passed) root) {:request-method :get :uri "/d/"})) ((file/wrap-file (constantly :passed) root) {:request-method :post :uri "/page.html"}) ((file/wrap-file (constantly :passed) "/nonexistent") {}) ((resource/wrap-resource (constantly :passed) "public") {:request-method :get :uri "/x"}) (tidy ((fi/wrap-file-info (constantly {:headers {} :body (io/file root "page.html")})) {:headers {}})))
(defn body-bytes [body] (let [out (java.io.ByteArrayOutputStream.)] (protocols/write-body-to-stream body {:headers {"Content-Type" "text/plain; charset=UTF-8"}} out) (str out)))
(show (body-bytes "strü") (body-bytes ["a" 1 :b]) (body-bytes (stream "in")) (body-bytes (io/file root "page.html")) (body-bytes nil) (body-bytes (.getBytes "by")) (body-bytes 1) (slurp (rio/piped-input-stream (fn [out] (.write out (.getBytes "piped"))))) (slurp (rio/string-input-stream "text")) (rio/last-modified-date (io/file root "page.html"))
      (eq/eq? "a" "a") (eq/eq? "a" "b") (eq/eq? (.getBytes "x") (.getBytes "x")) (count (random/bytes 5)))
(let [got (promise)] ((params/wrap-params (fn [r respond raise] (respond (:params r)))) {:query-string "as=ync"} #(deliver got %) identity) (show @got))
;; Sessions in cookies, sealed with AES and an HMAC; the first cookie was made by the JVM.
(let [cookies (session-cookie/cookie-store {:key (.getBytes "a 16-byte secret")})
      app (session/wrap-session (fn [r] {:status 200 :session (update (:session r) :n (fnil inc 0)) :body (:session r)}) {:store cookies})
      cookie (fn [response] (-> response :headers (get "Set-Cookie") first (s/split #";") first))
      sealed (store/write-session cookies nil {:user "ann" :roles #{:admin}})]
  (show (store/read-session cookies "lm3xMAfVrDHk6htyK8o+hNn41JMVLfRJ2FdeA6zRXJGmCIq2ns0IDB7TJG1Hm2m+--Scj9M3cGwCjbdAw7YJuJIxJOZovZChYb/tW2cM4PYQs=")
        (store/read-session cookies sealed)
        (count (second (s/split sealed #"--")))
        (store/read-session cookies (str (subs sealed 0 (- (count sealed) 4)) "AAAA"))
        (store/read-session cookies nil)
        (store/read-session cookies (store/delete-session cookies sealed))
        (:body (app {:headers {"cookie" (cookie (app {:headers {"cookie" (cookie (app {:headers {}}))}}))}}))
        (session-cookie/cookie-store {:key (.getBytes "short")})))
(doseq [f (reverse (file-seq root))] (io/delete-file f))
(shutdown-agents)

(ns libraries.hiccup
  (:require [hiccup.core :as h :refer [html]] [hiccup.page :as page] [hiccup.element :as e] [hiccup.form :as f] [hiccup.util :as u] [hiccup.def :refer [defhtml defelem]]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(defhtml para [x] [:p x])
(defelem box [content] [:div.box content])
(defn dynamic [tag attrs body] (html [tag attrs body]))
(show (html [:p "a"]) (html [:div#id.c1.c2 {:title "t"} "x" [:b 1]]) (html [:br]) (html [:ul (for [i (range 3)] [:li i])]) (html [:a {:href "/x?a=1&b=2" :checked true :off false :nil nil} "l"]) (html nil) (html "a" "b") (html [:p (list "a" "b")])
      (let [x [:em "dyn"]] (html x)) (dynamic :span {:a 1} [:i "y"]) (dynamic "p" {} nil) (html {:mode :xml} [:br]) (html {:mode :html} [:br]) (html {:mode :sgml} [:img]) (h/h "<&>\"'") (html [:p (h/h "<b>")]) (para "z") (box "in") (box {:id 1} "in")
      (page/html5 [:head [:title "t"]] [:body "b"]) (page/html4 [:p]) (page/xhtml [:p]) (html (page/include-js "a.js" "b.js")) (html (page/include-css "c.css")) (html (e/link-to "/a" "text")) (html (e/mail-to "a@b.c")) (html (e/unordered-list [1 2])) (html (e/ordered-list [1])) (html (e/image "i.png" "alt")) (html (e/javascript-tag "x()"))
      (html (f/form-to [:post "/p"] (f/text-field "n" "v"))) (html (f/form-to [:put "/p"])) (html (f/check-box "c" true 1)) (html (f/radio-button "g" false "v")) (html (f/drop-down "d" [["A" 1] ["B" 2] "C"] 2)) (html (f/text-area "t" "<x>")) (html (f/label "l" "L")) (html (f/submit-button "go")) (html (f/hidden-field :k "v")) (html (f/password-field :p)) (html (f/with-group :g (f/text-field :n)))
      (str (u/url "/a" {:b 1 :c "d e"})) (u/url-encode "a b&é") (u/with-base-url "/base" (str (u/to-uri "/x"))) (u/escape-html "<") (u/as-str :a "b" 1) (u/url-encode {:a [1 2]}) (u/with-encoding "ISO-8859-1" (u/url-encode "é")) (u/to-str 1/2) (html [:p {:style "a:b"} nil]) (html [:input {:value "\"q\""}]) (html [:p#a {:class "z"}]) (html [:p.a {:class "z"}]) (html ["a" {}]) (html [:script "a<b"]))

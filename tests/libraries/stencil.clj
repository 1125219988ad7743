(ns libraries.stencil
  (:require [stencil.core :as s] [stencil.loader :as l] [stencil.parser :as p] [stencil.utils :as u]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(l/register-template "hello" "Hello {{name}}!\n")
(l/register-template "page" "<{{title}}>{{> hello}}</>")
(show (s/render-string "Hi {{name}}, {{{raw}}} {{&raw}} {{esc}}" {:name "Bob" :raw "<b>" :esc "<i>&\""}) (s/render-string "{{#items}}<{{.}}>{{/items}}" {:items [1 2 3]}) (s/render-string "{{#people}}{{name}},{{/people}}" {:people [{:name "a"} {:name "b"}]})
      (s/render-string "{{^none}}empty{{/none}}" {:none []}) (s/render-string "{{#yes}}on{{/yes}}{{#no}}off{{/no}}" {:yes true :no false}) (s/render-string "{{! comment }}x" {}) (s/render-string "{{a.b.c}}" {:a {:b {:c "deep"}}}) (s/render-file "hello" {:name "F"}) (s/render-file "page" {:title "T" :name "P"})
      (s/render-string "{{=<% %>=}}<%x%> {{x}}" {:x 1}) (s/render-string "{{f}}" {:f (fn [] "called")}) (s/render-string "{{#wrap}}x{{y}}{{/wrap}}" {:y 2 :wrap (fn [text] (str "<" text ">"))}) (s/render-string "  {{#a}}\n  line\n  {{/a}}\nend" {:a true}) (s/render-string "{{missing}}|" {}) (s/render-string "{{#a}}x" {})
      (s/render-string "{{> nope}}" {}) (s/render-string "{{#a}}{{b}}{{c}}{{/a}}" {:c 1 :a {:b 2}}) (p/parse "a{{b}}") (u/context-get (list {:a 1}) [:a]) (u/find-containing-context (list {:a 1} {:b 2}) [:b]) (s/render-string "{{n}}" {:n 1.5}) (s/render-string "{{kw}}" {"kw" "s"}) (s/render (p/parse "{{z}}") {:z "zz"}) (l/invalidate-cache "hello") (s/render-file "hello" {:name "again"}))

;; clojure.data.xml: documents as trees and as text, with namespaces.
(ns data-xml
  (:require [clojure.data.xml :as x]))

(defmacro show [& forms]
  `(do ~@(map (fn [form]
                `(println '~form "=>" (try (pr-str ~form)
                                           (catch Throwable t# (str (.getName (class t#)) ": " (.getMessage t#))))))
              forms)))

(def multi (x/qname "DAV:" "multi"))
(def resp (x/qname "DAV:" "resp"))

(show (x/parse-str "<a b='1'>t<b/><c>x</c></a>")
      (x/parse-str "<D:a xmlns:D='DAV:' D:x='1'><D:b/></D:a>")
      (x/parse-str "<a> <b>\n</b> </a>" :skip-whitespace true)
      (x/parse-str "<a><!-- c --><b/>t</a>" :include-node? #{:element :comment})
      (:clojure.data.xml/location-info (meta (x/parse-str "<a>\n<b/></a>")))
      (x/parse-str "<a><b></a>")
      (x/parse-str "<a>&amp;&lt;&#65;</a>" :coalescing false))
(show (x/emit-str (x/sexp-as-element [:foo {:a 1 :b "x&y"} [:bar {} "q" [:-cdata "a<b"] [:-comment "hi"]] nil "z" 5 1.5]))
      (x/emit-str (x/element multi {} (x/element resp {:xmlns/p "u"} "t")))
      (x/emit-str (x/parse-str "<D:a xmlns:D='DAV:' D:x='1' xmlns='q'><D:b/><c/></D:a>"))
      (x/emit-str (x/element :a {:d (java.util.Date. 0) :i (java.time.Instant/ofEpochSecond 5) :r 1/4 :n nil}))
      (x/emit-str (x/element :a {} (byte-array [1 2 3])))
      (x/emit-str (x/element :html {} "x") :doctype "<!DOCTYPE html>")
      (x/indent-str (x/sexp-as-element [:a [:b "x"] [:c [:d] "mixed"]])))
(show (x/element-nss (x/parse-str "<a xmlns:p='q'/>")) (= (x/element :a {} "x") (x/element :a {} "x")) (x/qname "u" "l")
      (x/find-xmlns (x/parse-str "<a xmlns='q'><p:b xmlns:p='r'/></a>"))
      (x/aggregate-xmlns (x/parse-str "<a xmlns='q'><p:b xmlns:p='r'/></a>")))
(x/emit (x/element :q {} "out") *out*)
(println)
(x/alias-uri 'dav "DAV:" :pom "http://maven.apache.org/POM/4.0.0")
(println ::dav/multi ::pom/name (x/emit-str (x/element ::dav/multi {} (x/element ::pom/name {} "n"))) (= multi ::dav/multi))

;; clojure.xml.
(require '[clojure.xml :as x])
(defn p [s] (x/parse (java.io.ByteArrayInputStream. (.getBytes s "UTF-8"))))
(defmacro show [& forms] `(do ~@(for [f forms] `(println (pr-str '~f) "=>" (try (pr-str ~f) (catch Exception t# "refused"))))))
(show (p "<a/>") (p "<a x='1' y=\"2\"/>") (p "<a>text</a>") (p "<a> <b>1</b> <c/> tail </a>") (p "<?xml version='1.0'?><!-- c --><a><!-- x -->t<![CDATA[<raw>&]]>u</a>") (p "<a>&lt;&amp;&#65;&#x42;&quot;</a>") (p "<a x='&lt;&#10;a\nb'/>") (p "<!DOCTYPE a [<!ELEMENT a ANY>]><a/>") (p "<n:a xmlns:n='u' n:b='c'><n:d/></n:a>") (p "<a><b><c>deep</c></b><b/></a>") (p "<a>x<b/>y</a>") (p "<a>") (p "<a></b>") (p "<a") (p "") (p "text") (p "<a/><b/>") (p "<a x=1/>") (p "<a x='1' x='2'/>") (p "<a>&nope;</a>") (p "<a/> <!-- end --> ") (p "<é>ü</é>") (p "<a>\r\nx\r\n</a>")
 (x/tag (p "<a/>")) (x/attrs (p "<a b='c'/>")) (x/content (p "<a>t</a>")) (with-out-str (x/emit (p "<a x='1'><b>t</b><c/></a>"))) (with-out-str (x/emit-element {:tag :a :content ["x"]})) (with-out-str (x/emit-element "t")) (map :tag (xml-seq (p "<a><b/><c><d/></c></a>"))) (p "<a b = 'c' ></a >"))
; Entities that contain themselves are told with the way that leads there.
(doseq [[entities document] '[["<!ENTITY r 'x&r;y'>" "<a>&r;</a>"] ["<!ENTITY a '&b;'><!ENTITY b 'x&a;'>" "<a>&a;</a>"]
                              ["<!ENTITY z '&a;'><!ENTITY a '&b;'><!ENTITY b 'x&c;'><!ENTITY c '&a;'>" "<a>&z;</a>"]
                              ["<!ENTITY r 'x'><!ENTITY s '&r;&r;'>" "<a>&s;&s;&r;&s;</a>"] ["<!ENTITY r '&r;'>" "<a b='&r;'/>"]
                              ["<!ENTITY a '&b;'><!ENTITY b '<c d=\"&a;\"/>'>" "<a>&a;</a>"] ["<!ENTITY b '<c d=\"&e;\"/>'><!ENTITY e 'v'>" "<a>&b;&e;&b;</a>"]]]
  (println (try (p (str "<!DOCTYPE a [" entities "]>" document)) (catch org.xml.sax.SAXException e (ex-message e)))))

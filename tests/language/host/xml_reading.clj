;; javax.xml.stream: documents read event by event.
(import '(javax.xml.stream XMLInputFactory XMLStreamReader XMLStreamException) '(javax.xml.namespace QName)
        '(java.io ByteArrayInputStream StringReader))

(defn reader [s & properties]
  (let [factory (XMLInputFactory/newInstance)]
    (doseq [[k v] (partition 2 properties)] (.setProperty factory k v))
    (.createXMLStreamReader factory (StringReader. s))))

(defn event [^XMLStreamReader r]
  (case (.getEventType r)
    1 [:start (.getPrefix r) (.getLocalName r) (.getNamespaceURI r) (str (.getName r))
       (vec (for [i (range (.getAttributeCount r))]
              [(.getAttributePrefix r i) (.getAttributeLocalName r i) (.getAttributeNamespace r i) (.getAttributeValue r i)]))
       (vec (for [i (range (.getNamespaceCount r))] [(.getNamespacePrefix r i) (.getNamespaceURI r (int i))]))]
    2 [:end (.getLocalName r) (.getNamespaceCount r)]
    3 [:instruction (.getPITarget r) (.getPIData r)]
    4 [:text (.getText r) (.isWhiteSpace r)]
    5 [:comment (.getText r)]
    7 [:document (.getVersion r) (.getCharacterEncodingScheme r) (.isStandalone r) (.standaloneSet r)]
    8 [:end-document]
    9 [:reference (.getLocalName r) (.getText r)]
    11 [:dtd (.getText r)]))

(defn events [s & properties]
  (try
    (let [r (apply reader s properties)]
      (loop [all [(event r)]]
        (if (.hasNext r) (do (.next r) (recur (conj all (event r)))) all)))
    (catch XMLStreamException e (.getMessage e))))

(defmacro show [& forms]
  `(do ~@(map (fn [form]
                `(println '~form "=>" (try (pr-str ~form)
                                           (catch Throwable t# (str (.getName (class t#)) ": " (.getMessage t#))))))
              forms)))

(println "documents")
(doseq [s ["<?xml version='1.0' encoding='UTF-8' standalone='yes'?><a b='1' c=\"x&amp;y&#65;&#x42;\">t&lt;u<!-- c --><?p d e?></a>"
           "<a xmlns='u:1' xmlns:p='u:2' p:q='1' r='2'><p:b/><c xmlns=''/></a>"
           "<a b=' x\n\ty '>x &amp; y\r\nz<b><![CDATA[<x>]]></b> \n </a>\n<!--z-->"
           "<!DOCTYPE a [<!ENTITY e \"1<b/>2\"><!ENTITY f '&e;&lt;&#65;'>]><a>x&e;y&f;z</a>"
           "<?p?><é ü='it&quot;s'>a>b€</é><?q  r  ?>"]]
  (run! prn (events s)))
(println "properties")
(prn (events "<a>1<![CDATA[2]]>3&amp;4<!--c-->5</a>" XMLInputFactory/IS_COALESCING true))
(prn (events "<p:a xmlns:p='x' p:b='1'/>" XMLInputFactory/IS_NAMESPACE_AWARE false))
(prn (events "<!DOCTYPE a [<!ENTITY e \"EE\">]><a>x&e;y&lt;</a>" XMLInputFactory/IS_REPLACING_ENTITY_REFERENCES false))

(println "faults")
(doseq [s ["" "x" "<a" "<a>x" "<a><b></a>" "<a></b>" "</a>" "<a/><b/>" "<a/>x" "<a b='1' b='2'/>" "<p:a/>" "<a p:b='1'/>" "<a b=1/>"
           "<a b></a>" "<a b='1'c='2'/>" "<a x='<'/>" "<a xmlns:p=''/>" "<a>&nope;</a>" "<a>&lt</a>" "<a>& b</a>" "<a>&#0;</a>"
           "<a>\u0001</a>" "<a>]]></a>" "<a><!-- a -- b --></a>" "<a>\n<?xml version='1.0'?></a>" "<?xml version='2.0'?><a/>"
           "<?xml encoding='x'?><a/>" "<1a/>" "<a >< /a>" "<!DOCTYPE a><!DOCTYPE a><a/>" "<x:a xmlns:x='u' x:b='1' xmlns:y='u' y:b='2'/>"]]
  (prn s (events s)))

(println "places")
(let [r (reader "<?xml version='1.0'?>\n<a>\n x<!--c-->y<b/>z&lt;w</a>")]
  (loop []
    (let [l (.getLocation r)]
      (prn (.getEventType r) (.getLineNumber l) (.getColumnNumber l) (.getCharacterOffset l)))
    (when (.hasNext r) (.next r) (recur))))
(let [e (try (let [r (reader "<a>\n<b></a>")] (while (.hasNext r) (.next r))) (catch XMLStreamException e e))]
  (prn (.getLineNumber (.getLocation e)) (.getColumnNumber (.getLocation e)) (.getNestedException e)))

(println "reader")
(let [r (reader "<a b='1' xmlns:p='q'>t</a>")]
  (show (.getLocalName r) (.getText r) (.getAttributeCount r))
  (.next r)
  (show (.getAttributeValue r nil "b") (.getAttributeValue r "x" "b") (str (.getAttributeName r 0)) (.getNamespaceURI r "p")
        (.getPrefix (.getNamespaceContext r) "q") (.require r 1 nil "b") (.isStartElement r) (.hasText r) (.getElementText r)
        (.isEndElement r) (.next r) (.next r)))
(let [r (reader "<a><b>xx</b>  <c/></a>")]
  (.nextTag r)
  (.nextTag r)
  (show (.getElementText r) (.nextTag r) (.getLocalName r)))
(let [r (.createXMLStreamReader (XMLInputFactory/newInstance)
                                (ByteArrayInputStream. (.getBytes "<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>" "ISO-8859-1")))]
  (show (.getEncoding r) (.nextTag r) (.getElementText r)))

(println "names")
(show (map str [(QName. "a") (QName. "u" "a" "p") (QName/valueOf "{u}a") (QName/valueOf "a")]) (= (QName. "u" "a" "p") (QName. "u" "a"))
      (hash (QName. "u" "a")) (.getPrefix (QName. "u" "a")) (QName/valueOf "{u"))

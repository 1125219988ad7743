;; SAX: parsers that call handlers, and clojure.xml on top of them.
(require '[clojure.xml :as xml] '[clojure.java.io :as io])
(import '(java.io ByteArrayInputStream StringReader)
        '(javax.xml.parsers SAXParserFactory)
        '(org.xml.sax Attributes ContentHandler ErrorHandler InputSource SAXException SAXParseException)
        '(org.xml.sax.helpers DefaultHandler))

(defn bytes-of [text] (ByteArrayInputStream. (.getBytes text "UTF-8")))
(defmacro attempt [form]
  `(try ~form
        (catch SAXParseException e# [(class e#) (.getMessage e#) (.getLineNumber e#) (.getColumnNumber e#) (.getSystemId e#)])
        (catch Exception e# [(class e#) (.getMessage e#)])))

(def document
  "<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE a [<!ENTITY who 'world'>]>
<?app data here?>
<a x='1' p:y=\"a &lt; b\" xmlns:p='urn:p' xmlns='urn:d'>
  hello &who; &#65;&#x42;<!-- no --><p:b/>
  <![CDATA[<raw>]]>
</a>")

(defn events [namespaces?]
  (let [log (atom [])
        text (StringBuilder.)
        add (fn [& event]
              (when (pos? (.length text))
                (swap! log conj [:text (str text)])
                (.setLength text 0))
              (swap! log conj (vec event)))
        handler (proxy [DefaultHandler] []
                  (startDocument [] (add :start-document))
                  (endDocument [] (add :end-document))
                  (startPrefixMapping [prefix uri] (add :prefix prefix uri))
                  (endPrefixMapping [prefix] (add :end-prefix prefix))
                  (startElement [uri local qualified ^Attributes attributes]
                    (add :start uri local qualified
                         (mapv (fn [i] [(.getQName attributes i) (.getLocalName attributes i) (.getURI attributes i)
                                        (.getValue attributes (int i)) (.getType attributes (int i))])
                               (range (.getLength attributes)))))
                  (endElement [uri local qualified] (add :end uri local qualified))
                  (characters [units start length] (.append text units start length))
                  (processingInstruction [target data] (add :instruction target data)))
        factory (doto (SAXParserFactory/newInstance) (.setNamespaceAware namespaces?))]
    (.parse (.newSAXParser factory) (bytes-of document) handler)
    @log))
(run! prn (events false))
(println)
(run! prn (events true))

;; Attributes by name
(let [handler (proxy [DefaultHandler] []
                (startElement [uri local qualified attributes]
                  (prn (.getValue attributes "b") (.getValue attributes "no") (.getIndex attributes "b") (.getIndex attributes "no")
                       (.getValue attributes (int 7)) (.getType attributes "no"))))]
  (.parse (.newSAXParser (SAXParserFactory/newInstance)) (InputSource. (StringReader. "<a a='1' b='2'/>")) handler))

;; A reader with its own handlers
(let [seen (atom [])
      reader (.getXMLReader (.newSAXParser (SAXParserFactory/newInstance)))]
  (.setContentHandler reader (proxy [DefaultHandler] [] (startElement [_ _ n _] (swap! seen conj n))))
  (.setErrorHandler reader (reify ErrorHandler
                             (warning [_ e])
                             (error [_ e])
                             (fatalError [_ e] (swap! seen conj (.getMessage e)))))
  (prn (attempt (.parse reader (InputSource. (StringReader. "<a><b/><c></a>")))))
  (prn @seen))

;; A handler that stops
(prn (attempt (.parse (.newSAXParser (SAXParserFactory/newInstance)) (bytes-of "<a><b/></a>")
                      (proxy [DefaultHandler] [] (startElement [_ _ n _] (when (= n "b") (throw (SAXException. "enough"))))))))

;; Where it is
(let [where (atom nil)]
  (.parse (.newSAXParser (SAXParserFactory/newInstance)) (bytes-of "<a>\n <b/>\n\n<c/></a>")
          (proxy [DefaultHandler] []
            (setDocumentLocator [l] (reset! where l))
            (startElement [_ _ n _] (prn n (.getLineNumber @where) (.getColumnNumber @where))))))

;; What is not well-formed
(doseq [text ["<a><b></a>" "" "<a" "<a>" "<a></a>x" "<a b></a>" "<a b=c></a>" "<a b='1' b='2'/>" "<a>&foo;</a>" "<a>&amp</a>"
              "<a>\n\n  <b x=></b></a>" "x" "<a></b>" "<1/>" "<a>&#xZ;</a>" "<a b='<'/>" "<a/><b/>" "<!-- x" "<a><![CDATA[x</a>"
              "<a>]]></a>" "<a><!-- -- --></a>" "<a><?xml x?></a>"]]
  (prn text (attempt (xml/parse (bytes-of text)))))
(prn (attempt (throw (SAXParseException. "m" "public" "system" 3 4))))
(prn (instance? SAXException (SAXParseException. "m" nil nil 3 4)))

;; clojure.xml with parsers of one's own
(defn startparse [s handler]
  (.. (doto (SAXParserFactory/newInstance)
        (.setValidating false)
        (.setFeature "http://apache.org/xml/features/nonvalidating/load-external-dtd" false))
      newSAXParser
      (parse s handler)))
(prn (xml/parse (bytes-of document) startparse))
(prn (xml/parse (bytes-of "<!DOCTYPE html SYSTEM 'http://nowhere.invalid/x.dtd'><html><p>x</p></html>") startparse))
(prn (xml/parse (InputSource. (StringReader. "<a>1<b/>2 <c>3</c> </a>"))))
(prn (xml/parse (bytes-of "<a/>") xml/startparse-sax))
(let [f (java.io.File/createTempFile "sax" ".xml")]
  (spit f "<a>é</a>")
  (prn (xml/parse f) (xml/parse (str f)))
  (.delete f))
(prn (xml/parse (bytes-of "<a>x</a>") (fn [s handler] (doto handler
                                                        (.startElement "" "" "made" (proxy [org.xml.sax.Attributes] [] (getLength [] 0)))
                                                        (.characters (char-array "up") 0 2)
                                                        (.endElement "" "" "made")))))

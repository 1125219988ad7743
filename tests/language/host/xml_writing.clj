;; javax.xml.stream: documents written event by event; javax.xml.transform: documents copied.
(import '(javax.xml.stream XMLOutputFactory XMLStreamException) '(java.io ByteArrayOutputStream StringReader StringWriter)
        '(javax.xml.transform OutputKeys TransformerFactory) '(javax.xml.transform.stream StreamSource StreamResult))

(defn written [f]
  (let [out (StringWriter.)
        w (.createXMLStreamWriter (XMLOutputFactory/newInstance) out)]
    (try (f w) (.flush w) (str out) (catch XMLStreamException e [(.getMessage e) (str out)]))))

(prn (written (fn [w]
                (doto w
                  (.writeStartDocument) (.writeStartElement "a") (.writeAttribute "b" "x<>&\"'é") (.writeCharacters "t<>&\"']]>é")
                  (.writeComment " c ") (.writeCData "<x>") (.writeProcessingInstruction "p" "d") (.writeProcessingInstruction "q")
                  (.writeEntityRef "nbsp") (.writeEmptyElement "e") (.writeAttribute "q" "1") (.writeEndElement)
                  (.writeEndDocument)))))
(prn (written (fn [w]
                (doto w
                  (.writeStartDocument "UTF-8" "1.0") (.writeDTD "<!DOCTYPE a>") (.writeStartElement "p" "a" "u:1")
                  (.writeNamespace "p" "u:1") (.writeDefaultNamespace "u:d") (.writeAttribute "p" "u:1" "b" "1")
                  (.writeStartElement "u:1" "c") (.writeEndDocument)))))
(prn (written (fn [w] (doto w (.writeStartDocument "1.1") (.writeStartElement "a") (.writeStartElement "b") (.writeEndDocument)))))
(prn (written (fn [w] (.writeAttribute w "a" "b"))))
(prn (written (fn [w] (.writeStartElement w "u:nope" "x"))))
(prn (written (fn [w] (doto w (.setPrefix "p" "u:9") (.writeStartElement "u:9" "x") (.writeEndElement)))))
(let [out (StringWriter.)
      factory (doto (XMLOutputFactory/newInstance) (.setProperty XMLOutputFactory/IS_REPAIRING_NAMESPACES true))]
  (doto (.createXMLStreamWriter factory out)
    (.writeStartElement "p" "a" "u:1") (.writeAttribute "q" "u:2" "b" "1") (.writeEndDocument) (.close))
  (prn (str out)))
(let [out (ByteArrayOutputStream.)]
  (doto (.createXMLStreamWriter (XMLOutputFactory/newInstance) out "UTF-8")
    (.writeStartDocument "UTF-8" "1.0") (.writeStartElement "a") (.writeCharacters "é") (.writeEndDocument) (.close))
  (prn (.toString out "UTF-8") (.size out)))

(defn copied [s & properties]
  (let [transformer (.newTransformer (TransformerFactory/newInstance))
        out (StringWriter.)]
    (doseq [[k v] (partition 2 properties)] (.setOutputProperty transformer k v))
    (.transform transformer (StreamSource. (StringReader. s)) (StreamResult. out))
    (str out)))

(doseq [s ["<a>x\n<b/></a>" "<a>\n  <b>t</b>\n  <c/>\n</a>" "<a><?p d?>x<!--c--></a>" "<!--top--><a/><!--end-->"
           "<a b=\"'&lt;&gt;&#10;\">&gt;\"'</a>" "<a>t<b>u<c/></b></a>" "<a xmlns:p='u'><p:b q='1'/></a>" "<a>é😀</a>"]]
  (prn (copied s))
  (prn (copied s OutputKeys/INDENT "yes" "{http://xml.apache.org/xslt}indent-amount" "2" OutputKeys/OMIT_XML_DECLARATION "yes")))
(prn (copied "<a/>" OutputKeys/STANDALONE "yes"))
(prn (copied "<a/>" OutputKeys/DOCTYPE_SYSTEM "s" OutputKeys/DOCTYPE_PUBLIC "p"))
(prn (copied "<a>é</a>" OutputKeys/ENCODING "US-ASCII"))

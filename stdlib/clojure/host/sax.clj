(ns clojure.host.sax
  "org.xml.sax and the half of javax.xml.parsers that belongs to it: a document is read event by event, and each calls
  a method of a handler. Nothing outside of the document is read: no external DTD, no external entity."
  (:require [clojure.host.defclass :refer [defclass extend-class]]
            [clojure.host.xml-characters :as characters]
            [clojure.host.xml-scanner :as scanner]
            [clojure.host.xml-streams :refer [read-source]])
  (:import (com.sun.org.apache.xerces.internal.jaxp SAXParserFactoryImpl SAXParserImpl SAXParserImpl$JAXPSAXParser)
           (com.sun.org.apache.xerces.internal.parsers AbstractSAXParser$AttributesProxy AbstractSAXParser$LocatorProxy)
           (java.io File InputStream Reader)
           (javax.xml.parsers SAXParser SAXParserFactory)
           (javax.xml.stream XMLStreamException)
           (org.xml.sax Attributes ContentHandler ErrorHandler InputSource SAXParseException)
           (org.xml.sax.helpers DefaultHandler)))

(defclass org.xml.sax.InputSource
  [^:unsynchronized-mutable bytes ^:unsynchronized-mutable chars ^:unsynchronized-mutable system
   ^:unsynchronized-mutable public ^:unsynchronized-mutable encoding]
  (getByteStream [_] bytes)
  (setByteStream [_ x] (set! bytes x) nil)
  (getCharacterStream [_] chars)
  (setCharacterStream [_ x] (set! chars x) nil)
  (getSystemId [_] system)
  (setSystemId [_ x] (set! system x) nil)
  (getPublicId [_] public)
  (setPublicId [_ x] (set! public x) nil)
  (getEncoding [_] encoding)
  (setEncoding [_ x] (set! encoding x) nil)
  :static
  (new ([] (InputSource/<init> nil nil nil nil nil))
    ([x]
     (InputSource/<init> (when (instance? InputStream x) x) (when (instance? Reader x) x) (when (string? x) x) nil nil))))

;; Attributes are [qualified-name local-name uri value]. Names and numbers ask alike.
(defn- attribute-index [items wanted]
  (first (keep-indexed (fn [i item] (when (wanted item) i)) items)))

(defclass com.sun.org.apache.xerces.internal.parsers.AbstractSAXParser$AttributesProxy [items]
  (part [this part key]
    (let [i (if (string? key) (.getIndex this key) key)]
      (when (< -1 i (count items)) (nth (nth items i) part))))
  (getLength [_] (int (count items)))
  (getIndex
    ([_ qualified] (int (or (attribute-index items (fn [[q]] (= q qualified))) -1)))
    ([_ uri local] (int (or (attribute-index items (fn [[_ l u]] (= [l u] [local (or uri "")]))) -1))))
  (getQName [this i] (.part this 0 i))
  (getLocalName [this i] (.part this 1 i))
  (getURI [this i] (.part this 2 i))
  (getType ([this key] (when (.part this 0 key) "CDATA"))
    ([this uri local] (.getType this (.getIndex this uri local))))
  (getValue ([this key] (.part this 3 key))
    ([this uri local] (.part this 3 (.getIndex this uri local)))))

(defclass com.sun.org.apache.xerces.internal.parsers.AbstractSAXParser$LocatorProxy [state]
  (getLineNumber [_] (let [{:keys [text at]} @state] (int (first (characters/place text at)))))
  (getColumnNumber [_] (let [{:keys [text at]} @state] (int (second (characters/place text at)))))
  (getPublicId [_] nil)
  (getSystemId [_] nil))

(extend-class org.xml.sax.helpers.DefaultHandler
  (setDocumentLocator [_ locator])
  (startDocument [_])
  (endDocument [_])
  (startPrefixMapping [_ prefix uri])
  (endPrefixMapping [_ prefix])
  (startElement [_ uri local qualified attributes])
  (endElement [_ uri local qualified])
  (characters [_ units start length])
  (ignorableWhitespace [_ units start length])
  (processingInstruction [_ target data])
  (skippedEntity [_ label])
  (notationDecl [_ label public system])
  (unparsedEntityDecl [_ label public system notation])
  (resolveEntity [_ public system])
  (warning [_ e])
  (error [_ e])
  (fatalError [_ e] (throw e))
  :static
  (new [] (DefaultHandler/<init>)))

;; Reading

(defn- document
  "The text of what a parser may be given."
  [source]
  (cond
    (instance? InputSource source)
    (let [x (or (.getCharacterStream source) (.getByteStream source) (java.io.FileInputStream. (.getSystemId source)))]
      (first (read-source x (.getEncoding source))))
    (or (instance? Reader source) (instance? InputStream source)) (first (read-source source nil))
    :else (with-open [in (clojure.java.io/input-stream source)] (first (read-source in nil)))))

(defn- report
  "Calls the method of the handler that an event is for."
  [handler {:keys [kind raw local uri text] :as event} aware]
  (let [uri (if aware (or uri "") "")
        local (if aware local "")]
    (case kind
      :document (.startDocument handler)
      :end-document (.endDocument handler)
      :start (do
               (doseq [[prefix uri] (:namespaces event)] (.startPrefixMapping handler (or prefix "") (or uri "")))
               (.startElement handler uri local raw
                              (AbstractSAXParser$AttributesProxy/<init>
                               (mapv (fn [{:keys [prefix local uri value]}]
                                       (let [qualified (if (= "" prefix) local (str prefix ":" local))]
                                         [qualified (if aware local qualified) (if aware (or uri "") "") value]))
                                     (:attributes event)))))
      :end (do
             (.endElement handler uri local raw)
             (doseq [[prefix] (:namespaces event)] (.endPrefixMapping handler (or prefix ""))))
      :text (.characters handler (.toCharArray text) 0 (count text))
      :instruction (.processingInstruction handler (:target event) (:data event))
      nil)))

(defn- parse-failure [e]
  (let [place (.getLocation e)
        [_ message] (re-find #"(?s)\nMessage: (.*)" (.getMessage e))]
    (SAXParseException. message nil nil (.getLineNumber place) (.getColumnNumber place))))

(defn- parse-document [text handler errors aware]
  (let [state (volatile! {:text text :at 0})
        advance (fn [step]
                  (try (vreset! state (step))
                       (catch XMLStreamException e
                         (let [failure (parse-failure e)]
                           (when errors (.fatalError errors failure))
                           (throw failure)))))]
    (.setDocumentLocator handler (AbstractSAXParser$LocatorProxy/<init> state))
    (loop [scan (advance (fn [] (scanner/start text {:namespaces aware :references true :dtd true})))]
      (report handler (:event scan) aware)
      (when-not (= :end-document (:kind (:event scan)))
        (recur (advance (fn [] (scanner/advance scan))))))))

(defclass com.sun.org.apache.xerces.internal.jaxp.SAXParserImpl$JAXPSAXParser
  [aware ^:unsynchronized-mutable content ^:unsynchronized-mutable errors ^:unsynchronized-mutable features]
  (setContentHandler [_ x] (set! content x) nil)
  (getContentHandler [_] content)
  (setErrorHandler [_ x] (set! errors x) nil)
  (getErrorHandler [_] errors)
  (setDTDHandler [_ x])
  (setEntityResolver [_ x])
  (setFeature [_ k v] (set! features (assoc features k v)) nil)
  (getFeature [_ k] (boolean (get features k)))
  (setProperty [_ k v] (set! features (assoc features k v)) nil)
  (getProperty [_ k] (get features k))
  (parse [_ source]
    (parse-document (document source) (or content (DefaultHandler.)) errors aware)))

(defclass com.sun.org.apache.xerces.internal.jaxp.SAXParserImpl [reader]
  (getXMLReader [_] reader)
  (isNamespaceAware [_] (.-aware reader))
  (isValidating [_] false)
  (setProperty [_ k v] (.setProperty reader k v))
  (getProperty [_ k] (.getProperty reader k))
  (reset [_])
  (parse ([_ source handler]
          (.setContentHandler reader handler)
          (when (instance? ErrorHandler handler) (.setErrorHandler reader handler))
          (.parse reader source))
    ([this source handler system] (.parse this source handler))))

(defclass com.sun.org.apache.xerces.internal.jaxp.SAXParserFactoryImpl
  [^:unsynchronized-mutable aware ^:unsynchronized-mutable validating ^:unsynchronized-mutable features]
  (setNamespaceAware [_ x] (set! aware x) nil)
  (isNamespaceAware [_] aware)
  (setValidating [_ x]
    (when x (throw (UnsupportedOperationException. "documents are not validated")))
    (set! validating x)
    nil)
  (isValidating [_] validating)
  (setXIncludeAware [_ x] (when x (throw (UnsupportedOperationException. "XInclude"))))
  (setFeature [_ k v] (set! features (assoc features k v)) nil)
  (getFeature [_ k] (boolean (get features k)))
  (newSAXParser [_] (SAXParserImpl/<init> (SAXParserImpl$JAXPSAXParser/<init> aware nil nil features))))

(extend-class javax.xml.parsers.SAXParserFactory
  :static
  (newInstance [] (SAXParserFactoryImpl/<init> false false {}))
  (newDefaultInstance [] (SAXParserFactory/newInstance))
  (newNSInstance [] (doto (SAXParserFactory/newInstance) (.setNamespaceAware true))))

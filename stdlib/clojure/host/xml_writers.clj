(ns clojure.host.xml-writers
  "The writing half of javax.xml.stream: XMLOutputFactory and XMLStreamWriter."
  (:require [clojure.host.defclass :refer [defclass extend-class]]
            [clojure.host.xml-names :as names]
            [clojure.string :as str])
  (:import (com.sun.xml.internal.stream XMLOutputFactoryImpl)
           (com.sun.xml.internal.stream.writers XMLStreamWriterImpl)
           (java.io OutputStream OutputStreamWriter)
           (java.nio.charset Charset)
           (javax.xml.stream XMLOutputFactory XMLStreamException)))

(defn- escaped [s in-attribute]
  (str/escape s (cond-> {\& "&amp;" \< "&lt;" \> "&gt;"} in-attribute (assoc \" "&quot;"))))

(defn- qualified [prefix local] (if (str/blank? prefix) local (str prefix ":" local)))

;; `open`: the open elements, innermost first, each {:name :scope}. `tag`: while a start tag is open, {:empty
;; :declared :attributes} of it, written when it ends; else nil.
(defclass com.sun.xml.internal.stream.writers.XMLStreamWriterImpl
  [out properties encoding ^:unsynchronized-mutable open ^:unsynchronized-mutable tag ^:unsynchronized-mutable root]
  (put [_ & s] (.write out (apply str s)) nil)
  (scope [_] (if (seq open) (:scope (first open)) root))
  (repairing [_] (true? (get properties XMLOutputFactory/IS_REPAIRING_NAMESPACES)))
  (endTag [this]
    (when tag
      (let [{:keys [empty declared attributes]} tag]
        (set! tag nil)
        (doseq [[prefix uri] declared]
          (.put this (if (str/blank? prefix) " xmlns" (str " xmlns:" prefix)) "=\"" (escaped uri true) "\""))
        (doseq [[attribute value] attributes] (.put this " " attribute "=\"" (escaped value true) "\""))
        (.put this (if empty "/>" ">"))
        (when empty (set! open (next open))))))
  (bind [_ prefix uri]
    (if (seq open)
      (set! open (conj (next open) (assoc-in (first open) [:scope (or prefix "")] uri)))
      (set! root (assoc root (or prefix "") uri)))
    nil)
  (prefixOf [this uri]
    (cond
      (nil? uri) (throw (XMLStreamException. "NamespaceURI cannot be null"))
      (= uri javax.xml.XMLConstants/XML_NS_URI) "xml"
      :else (or (.getPrefix this uri) (throw (XMLStreamException. "Prefix cannot be null")))))
  (startTag [this empty prefix local uri]
    (when (nil? local) (throw (XMLStreamException. "Local Name cannot be null")))
    (.endTag this)
    (let [outer (.scope this)
          element (qualified prefix local)]
      (.put this "<" element)
      (set! open (conj open {:name element :scope outer}))
      (set! tag {:empty empty :declared [] :attributes []})
      (when (and uri (.repairing this)) (.declare this prefix uri))))
  (declare [this prefix uri]
    (let [prefix (or prefix "")]
      (when-not (or (= uri (get (.scope this) prefix (when (= "" prefix) ""))) (some (fn [[p]] (= p prefix)) (:declared tag)))
        (set! tag (update tag :declared conj [prefix uri]))
        (.bind this prefix uri))))
  (attribute [this prefix uri local value]
    (when-not tag (throw (XMLStreamException. "Attribute not associated with any element")))
    (when (nil? value) (throw (XMLStreamException. "Attribute value cannot be null")))
    (when (and (.repairing this) (not (str/blank? prefix)) (not= "xml" prefix)) (.declare this prefix uri))
    (set! tag (update tag :attributes conj [(qualified prefix local) value]))
    nil)
  (writeStartDocument
    ([this] (.put this "<?xml version=\"1.0\" ?>"))
    ([this version] (.put this "<?xml version=\"" version "\"?>"))
    ([this declared version]
      (when (and encoding declared (not= (Charset/forName encoding) (Charset/forName declared)))
        (throw (XMLStreamException. (str "Underlying stream encoding '" encoding
                                         "' and input parameter for writeStartDocument() method '" declared "' do not match."))))
      (.put this "<?xml version=\"" (or version "1.0") "\"" (when-not (str/blank? declared) (str " encoding=\"" declared "\"")) "?>")))
  (writeEndDocument [this]
    (.endTag this)
    (while (seq open) (.writeEndElement this)))
  (writeStartElement
    ([this local] (.startTag this false "" local nil))
    ([this uri local] (.startTag this false (.prefixOf this uri) local uri))
    ([this prefix local uri] (.startTag this false prefix local uri)))
  (writeEmptyElement
    ([this local] (.startTag this true "" local nil))
    ([this uri local] (.startTag this true (.prefixOf this uri) local uri))
    ([this prefix local uri] (.startTag this true prefix local uri)))
  (writeEndElement [this]
    (.endTag this)
    (when-not (seq open)
      (throw (XMLStreamException. (str "No element was found to write: java.lang.ArrayIndexOutOfBoundsException: "
                                       "Index -1 out of bounds for length 10"))))
    (let [element (:name (first open))]
      (set! open (next open))
      (.put this "</" element ">")))
  (writeAttribute
    ([this local value] (.attribute this "" nil local value))
    ([this uri local value] (.attribute this (.prefixOf this uri) uri local value))
    ([this prefix uri local value] (.attribute this prefix uri local value)))
  (writeNamespace [this prefix uri]
    (if (or (str/blank? prefix) (= "xmlns" prefix))
      (.writeDefaultNamespace this uri)
      (.namespace this prefix (or uri ""))))
  (writeDefaultNamespace [this uri] (.namespace this "" (or uri "")))
  (namespace [this prefix uri]
    (when-not tag (throw (IllegalStateException. "Invalid state: start tag is not opened at writeNamespace(String, String)")))
    (if (.repairing this)
      (.declare this prefix uri)
      (do (set! tag (update tag :attributes conj [(if (= "" prefix) "xmlns" (str "xmlns:" prefix)) uri]))
          (.bind this prefix uri)))
    nil)
  (writeCharacters
    ([this text] (.endTag this) (when text (.put this (escaped text false))))
    ([this text start length] (.writeCharacters this (String. text start length))))
  (writeComment [this text] (.endTag this) (.put this "<!--" text "-->"))
  (writeCData [this text]
    (when (nil? text) (throw (XMLStreamException. "cdata cannot be null")))
    (.endTag this)
    (.put this "<![CDATA[" text "]]>"))
  (writeProcessingInstruction
    ([this target] (.endTag this) (.put this "<?" target "?>"))
    ([this target data] (.endTag this) (.put this "<?" target " " data "?>")))
  (writeEntityRef [this entity] (.endTag this) (.put this "&" entity ";"))
  (writeDTD [this dtd] (.endTag this) (.put this dtd))
  (getPrefix [this uri]
    (first (keep (fn [[prefix u]] (when (= u uri) prefix)) (.scope this))))
  (setPrefix [this prefix uri] (.bind this prefix uri))
  (setDefaultNamespace [this uri] (.bind this "" uri))
  (setNamespaceContext [_ context] nil)
  (getNamespaceContext [this] (names/namespace-context (.scope this)))
  (getProperty [_ k]
    (when-not (contains? properties k) (throw (IllegalArgumentException. (str "Property '" k "' is not supported"))))
    (get properties k))
  (flush [_] (.flush out))
  (close [_] (.flush out)))

(defclass com.sun.xml.internal.stream.XMLOutputFactoryImpl [properties]
  (setProperty [_ k value]
    (when (nil? k) (throw (IllegalArgumentException. "Property not supported")))
    (when-not (contains? @properties k) (throw (IllegalArgumentException. (str "Property " k "is not supported"))))
    (swap! properties assoc k value)
    nil)
  (getProperty [_ k]
    (when-not (contains? @properties k) (throw (IllegalArgumentException. "Property not supported")))
    (get @properties k))
  (isPropertySupported [_ k] (contains? @properties k))
  (createXMLStreamWriter
    ([this out]
      (cond
        (instance? OutputStream out) (.createXMLStreamWriter this out nil)
        (instance? javax.xml.transform.stream.StreamResult out)
        (.createXMLStreamWriter this (or (.getWriter out) (.getOutputStream out)))
        :else (XMLStreamWriterImpl/<init> out @properties (when (instance? OutputStreamWriter out) (.getEncoding out)) nil nil {})))
    ([_ out encoding]
      (XMLStreamWriterImpl/<init> (OutputStreamWriter. out (or encoding "UTF-8")) @properties (or encoding "UTF-8") nil nil {}))))

(extend-class javax.xml.stream.XMLOutputFactory
  :static
  (:field IS_REPAIRING_NAMESPACES "javax.xml.stream.isRepairingNamespaces")
  (newInstance []
    (XMLOutputFactoryImpl/<init>
     (atom {"javax.xml.stream.isRepairingNamespaces" false "escapeCharacters" true "reuse-instance" false})))
  (newFactory [] (XMLOutputFactory/newInstance))
  (newDefaultFactory [] (XMLOutputFactory/newInstance)))

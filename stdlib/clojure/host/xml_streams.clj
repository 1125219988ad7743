(ns clojure.host.xml-streams
  "The reading half of javax.xml.stream: XMLInputFactory and XMLStreamReader."
  (:require [clojure.host.defclass :refer [defclass extend-class]]
            [clojure.host.xml-names :as names]
            [clojure.host.xml-characters :as characters]
            [clojure.host.xml-scanner :as scanner]
            [clojure.string :as str])
  (:import (com.sun.org.apache.xerces.internal.impl XMLStreamReaderImpl)
           (com.sun.xml.internal.stream XMLInputFactoryImpl)
           (java.io InputStream Reader)
           (javax.xml.namespace QName)
           (javax.xml.stream XMLInputFactory)))

(def ^:private event-names
  {1 "START_ELEMENT" 2 "END_ELEMENT" 3 "PROCESSING_INSTRUCTION" 4 "CHARACTERS" 5 "COMMENT" 6 "SPACE" 7 "START_DOCUMENT"
   8 "END_DOCUMENT" 9 "ENTITY_REFERENCE" 10 "ATTRIBUTE" 11 "DTD" 12 "CDATA" 13 "NAMESPACE" 14 "NOTATION_DECLARATION"
   15 "ENTITY_DECLARATION"})

(extend-class javax.xml.stream.XMLStreamConstants
  :static
  (:field START_ELEMENT (int 1)) (:field END_ELEMENT (int 2)) (:field PROCESSING_INSTRUCTION (int 3))
  (:field CHARACTERS (int 4)) (:field COMMENT (int 5)) (:field SPACE (int 6)) (:field START_DOCUMENT (int 7))
  (:field END_DOCUMENT (int 8)) (:field ENTITY_REFERENCE (int 9)) (:field ATTRIBUTE (int 10)) (:field DTD (int 11))
  (:field CDATA (int 12)) (:field NAMESPACE (int 13)) (:field NOTATION_DECLARATION (int 14))
  (:field ENTITY_DECLARATION (int 15)))

(def ^:private event-types
  {:document 7 :start 1 :end 2 :text 4 :comment 5 :instruction 3 :dtd 11 :reference 9 :end-document 8})

(def ^:private text-events #{4 5 6 9 11 12})

(defn- illegal [& message] (throw (IllegalStateException. (apply str message))))

(defn- nth-of [coll i] (nth coll i nil))

;; `place` is [line column offset] of a place that was asked for, from which later ones are counted.
(defclass com.sun.org.apache.xerces.internal.impl.XMLStreamReaderImpl
  [properties encoding ^:unsynchronized-mutable scan ^:unsynchronized-mutable place]
  (getEventType [_] (int (event-types (:kind (:event scan)))))
  (hasNext [_] (not= :end-document (:kind (:event scan))))
  (next [this]
    (when-not (.hasNext this)
      (throw (java.util.NoSuchElementException. "END_DOCUMENT reached: no more elements on the stream.")))
    (set! scan (scanner/advance scan))
    (.getEventType this))
  (nextTag [this]
    (loop [type (.next this)]
      (cond
        (or (= 1 type) (= 2 type)) type
        (or (#{3 5 6} type) (and (= 4 type) (.isWhiteSpace this))) (recur (.next this))
        :else (throw (characters/failure (characters/place (:text scan) (.offset this))
                                      (str "found: " (event-names type) ", expected " (event-names 1) " or " (event-names 2)))))))
  (getElementText [this]
    (when-not (.isStartElement this)
      (throw (characters/failure (characters/place (:text scan) (.offset this)) "parser must be on START_ELEMENT to read next text")))
    (loop [type (.next this) out []]
      (cond
        (= 2 type) (apply str out)
        (#{4 6 9 12} type) (let [out (conj out (.getText this))] (recur (.next this) out))
        (#{3 5} type) (recur (.next this) out)
        (= 8 type) (throw (characters/failure (characters/place (:text scan) (.offset this))
                                           "unexpected end of document when reading element text content"))
        (= 1 type) (throw (characters/failure (characters/place (:text scan) (.offset this))
                                           "elementGetText() function expects text only elment but START_ELEMENT was encountered."))
        :else (throw (characters/failure (characters/place (:text scan) (.offset this)) (str "Unexpected event type " type))))))
  (require [this type uri local]
    (let [mismatch (fn [& message] (throw (javax.xml.stream.XMLStreamException. (apply str message))))]
      (cond
        (not= type (.getEventType this))
        (mismatch "Event type " (event-names type) " specified did not match with current parser event "
                  (event-names (.getEventType this)))
        (and uri (not= uri (.getNamespaceURI this)))
        (mismatch "Namespace URI " uri " specified did not match with current namespace URI")
        (and local (not= local (.getLocalName this)))
        (mismatch "LocalName " local " specified did not match with current local name"))))
  (isStartElement [this] (= 1 (.getEventType this)))
  (isEndElement [this] (= 2 (.getEventType this)))
  (isCharacters [this] (= 4 (.getEventType this)))
  (isWhiteSpace [this] (boolean (and (#{4 12} (.getEventType this)) (re-matches #"[ \n\t\r]*" (.getText this)))))
  (hasName [this] (or (.isStartElement this) (.isEndElement this)))
  (hasText [this] (contains? text-events (.getEventType this)))
  ;; names
  (getLocalName [this]
    (case (.getEventType this)
      (1 2) (:local (:event scan))
      9 (:name (:event scan))
      (illegal "Method getLocalName() cannot be called for " (event-names (.getEventType this)) " event.")))
  (getPrefix [_] (:prefix (:event scan)))
  (getName [this]
    (if (.hasName this)
      (let [{:keys [uri local prefix]} (:event scan)] (QName. uri local prefix))
      (illegal "Illegal to call getName() when event type is " (event-names (.getEventType this))
               ". Valid states are START_ELEMENT, END_ELEMENT")))
  (getNamespaceURI
    ([this] (when (.hasName this) (:uri (:event scan))))
    ([this x] (if (string? x)
                (.getNamespaceURI (.getNamespaceContext this) x)
                (second (nth-of (.namespaces this) x)))))
  (namespaces [this]
    (if (.hasName this)
      (:namespaces (:event scan))
      (illegal "Current event state is " (event-names (.getEventType this)) " is not among the states START_ELEMENT, "
               "END_ELEMENT, UNKNOWN_EVENT_TYPE, 13 valid for getNamespaceCount().")))
  (getNamespaceCount [this] (int (count (.namespaces this))))
  (getNamespacePrefix [this i] (first (nth-of (.namespaces this) i)))
  (getNamespaceContext [_]
    (names/namespace-context (or (:scope (:event scan)) (:scope (first (:open scan))) {})))
  ;; attributes
  (attributes [this method]
    (if (.isStartElement this)
      (:attributes (:event scan))
      (illegal "Current state is not among the states START_ELEMENT , ATTRIBUTEvalid for " method "()")))
  (getAttributeCount [this] (int (count (.attributes this "getAttributeCount"))))
  (getAttributeLocalName [this i] (:local (nth-of (.attributes this "getAttributeLocalName") i)))
  (getAttributePrefix [this i] (:prefix (nth-of (.attributes this "getAttributePrefix") i)))
  (getAttributeNamespace [this i] (:uri (nth-of (.attributes this "getAttributeNamespace") i)))
  (getAttributeName [this i]
    (when-let [{:keys [uri local prefix]} (nth-of (.attributes this "getAttributeName") i)] (QName. uri local prefix)))
  (getAttributeType [this i] (when (nth-of (.attributes this "getAttributeType") i) "CDATA"))
  (isAttributeSpecified [this i] (some? (nth-of (.attributes this "isAttributeSpecified") i)))
  (getAttributeValue
    ([this i] (:value (nth-of (.attributes this "getAttributeValue") i)))
    ([this uri local]
      (:value (first (filter (fn [a] (and (= local (:local a)) (or (nil? uri) (= uri (or (:uri a) "")))))
                             (.attributes this "getAttributeValue"))))))
  ;; text
  (getText [this]
    (if (.hasText this)
      (:text (:event scan))
      (illegal "Current state " (event-names (.getEventType this)) " is not among the states"
               "CHARACTERS, COMMENT, CDATA, SPACE, ENTITY_REFERENCE, DTD valid for getText() ")))
  (textOnly [this method]
    (if (#{4 5 6 12} (.getEventType this))
      (:text (:event scan))
      (illegal "Current state = " (event-names (.getEventType this))
               " is not among the states CHARACTERS , COMMENT , CDATA , SPACE valid for " method "() ")))
  (getTextCharacters
    ([this] (char-array (.textOnly this "getTextCharacters")))
    ([this start target target-start length]
      (let [s (.textOnly this "getTextCharacters")
            n (min length (- (count s) start))]
        (.getChars s start (+ start n) target target-start)
        (int n))))
  (getTextStart [this] (.textOnly this "getTextStart") (int 0))
  (getTextLength [this] (int (count (.textOnly this "getTextLength"))))
  (getPITarget [this]
    (if (= 3 (.getEventType this))
      (:target (:event scan))
      (illegal "Current state of the parser is " (event-names (.getEventType this)) " But Expected state is 3")))
  (getPIData [this]
    (if (= 3 (.getEventType this))
      (:data (:event scan))
      (illegal "Current state of the parser is " (event-names (.getEventType this)) " But Expected state is 3")))
  ;; the document
  (getVersion [_] (:version scan))
  (getEncoding [_] encoding)
  (getCharacterEncodingScheme [_] (:encoding scan))
  (isStandalone [_] (= "yes" (:standalone scan)))
  (standaloneSet [_] (some? (:standalone scan)))
  (offset [_] (or (:place (:event scan)) (:at scan)))
  (getLocation [this]
    (characters/location
     (if (.hasNext this)
       (let [to (.offset this)
             [line column from] place
             from (min from to)
             between (subs (:text scan) from (min to (count (:text scan))))
             last-newline (str/last-index-of between "\n")]
         (set! place [(+ line (count (re-seq #"\n" between)))
                      (if last-newline (- (count between) last-newline) (+ column (- to from)))
                      to]))
       [-1 -1 -1])))
  (getProperty [_ k]
    (when (nil? k) (throw (IllegalArgumentException.)))
    (get properties k))
  (close [_] nil))

;; Input

(defn- declared-encoding [bytes]
  (second (re-find #"^<\?xml[^>]*?\sencoding\s*=\s*['\"]([A-Za-z][A-Za-z0-9._-]*)['\"]"
                   (String. bytes 0 (min 200 (alength bytes)) "ISO-8859-1"))))

(defn- decoded
  "[text encoding] of a document's bytes: by its mark, its declaration, or UTF-8."
  [bytes encoding]
  (let [start (mapv (fn [b] (bit-and b 255)) (take 4 bytes))
        begins? (fn [& units] (= units (take (count units) start)))
        from (fn [skip charset] (String. bytes (int skip) (int (- (alength bytes) skip)) charset))]
    (cond
      encoding [(from (if (begins? 0xef 0xbb 0xbf) 3 0) encoding) encoding]
      (begins? 0xef 0xbb 0xbf) [(from 3 "UTF-8") "UTF-8"]
      (begins? 0xfe 0xff) [(from 2 "UTF-16BE") "UTF-16BE"]
      (begins? 0xff 0xfe) [(from 2 "UTF-16LE") "UTF-16LE"]
      (begins? 0 60 0 63) [(from 0 "UTF-16BE") "UTF-16BE"]
      (begins? 60 0 63 0) [(from 0 "UTF-16LE") "UTF-16LE"]
      :else (let [charset (or (declared-encoding bytes) "UTF-8")] [(from 0 charset) charset]))))

(defn read-source
  "[text encoding] of a Reader or an InputStream."
  [source encoding]
  (if (instance? Reader source)
    [(slurp source) nil]
    (decoded (.readAllBytes source) encoding)))

(defn- external-source
  "The text of the entity that is at a URL, or in a file."
  [system-id]
  (with-open [in (clojure.java.io/input-stream system-id)] (first (read-source in nil))))

(defclass com.sun.xml.internal.stream.XMLInputFactoryImpl [properties]
  (setProperty [_ k value]
    (when (nil? k) (throw (IllegalArgumentException. "Property not supported")))
    (when-not (contains? @properties k) (throw (IllegalArgumentException. (str "Property " k " is not supported"))))
    (swap! properties assoc k value)
    nil)
  (getProperty [_ k]
    (when-not (contains? @properties k) (throw (IllegalArgumentException. "Property not supported")))
    (get @properties k))
  (isPropertySupported [_ k] (contains? @properties k))
  (getXMLResolver [_] (get @properties XMLInputFactory/RESOLVER))
  (setXMLResolver [this x] (.setProperty this XMLInputFactory/RESOLVER x))
  (getXMLReporter [_] (get @properties XMLInputFactory/REPORTER))
  (setXMLReporter [this x] (.setProperty this XMLInputFactory/REPORTER x))
  (createXMLStreamReader
    ([this source] (.createXMLStreamReader this source nil))
    ([_ source encoding]
      ;; (systemId, source) too
      (let [[source encoding] (if (or (instance? Reader encoding) (instance? InputStream encoding))
                                [encoding nil]
                                [source encoding])
            [text encoding] (read-source source encoding)
            all @properties
            scan (scanner/start text {:namespaces (true? (get all XMLInputFactory/IS_NAMESPACE_AWARE))
                                      :coalescing (true? (get all XMLInputFactory/IS_COALESCING))
                                      :references (true? (get all XMLInputFactory/IS_REPLACING_ENTITY_REFERENCES))
                                      :dtd (true? (get all XMLInputFactory/SUPPORT_DTD))
                                      :external (when (true? (get all XMLInputFactory/IS_SUPPORTING_EXTERNAL_ENTITIES))
                                                  external-source)})]
        (XMLStreamReaderImpl/<init> all encoding scan [1 1 0])))))

(extend-class javax.xml.stream.XMLInputFactory
  :static
  (:field ALLOCATOR "javax.xml.stream.allocator")
  (:field IS_COALESCING "javax.xml.stream.isCoalescing")
  (:field IS_NAMESPACE_AWARE "javax.xml.stream.isNamespaceAware")
  (:field IS_REPLACING_ENTITY_REFERENCES "javax.xml.stream.isReplacingEntityReferences")
  (:field IS_SUPPORTING_EXTERNAL_ENTITIES "javax.xml.stream.isSupportingExternalEntities")
  (:field IS_VALIDATING "javax.xml.stream.isValidating")
  (:field REPORTER "javax.xml.stream.reporter")
  (:field RESOLVER "javax.xml.stream.resolver")
  (:field SUPPORT_DTD "javax.xml.stream.supportDTD")
  (newInstance []
    (XMLInputFactoryImpl/<init>
     (atom {"javax.xml.stream.allocator" nil "javax.xml.stream.isCoalescing" false "javax.xml.stream.isNamespaceAware" true
            "javax.xml.stream.isReplacingEntityReferences" true "javax.xml.stream.isSupportingExternalEntities" true
            "javax.xml.stream.isValidating" false "javax.xml.stream.reporter" nil "javax.xml.stream.resolver" nil
            "javax.xml.stream.supportDTD" true})))
  (newFactory [] (XMLInputFactory/newInstance))
  (newDefaultFactory [] (XMLInputFactory/newInstance)))

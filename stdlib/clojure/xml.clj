;; clojure.xml: documents as maps of :tag, :attrs and :content, read by a SAX parser.

(ns clojure.xml
  "Reads and writes XML."
  (:require [clojure.string :as str]))

(defstruct element :tag :attrs :content)

(def ^{:doc "The tag of an element, a keyword."} tag (accessor element :tag))
(def ^{:doc "The attributes of an element, a map of keyword to string, or nil."} attrs (accessor element :attrs))
(def ^{:doc "The content of an element, a vector of strings and elements, or nil."} content (accessor element :content))

;; Reading. The handler of a SAX parser keeps the element it is in, those around it, and the text since the last tag.

(def ^:dynamic *stack* nil)
(def ^:dynamic *current* nil)
(def ^:dynamic *state* nil)
(def ^:dynamic *sb* nil)

(defn- attributes-map
  "The attributes by keyword, the last one first as on the JVM; nil when there are none."
  [^org.xml.sax.Attributes attributes]
  (let [n (.getLength attributes)]
    (when (pos? n)
      (into {} (map (fn [i] [(keyword (.getQName attributes i)) (.getValue attributes (int i))])) (range (dec n) -1 -1)))))

(defn- add-content [x]
  (set! *current* (update *current* :content (fnil conj []) x)))

(defn- add-text
  "What was read of text becomes content, unless it is blank."
  []
  (when *sb*
    (let [text (str *sb*)]
      (when-not (str/blank? text) (add-content text)))
    (set! *sb* nil)))

(def ^{:doc "A SAX handler that builds elements: the root becomes the content of *current*."} content-handler
  (reify org.xml.sax.ContentHandler
    (startElement [_ uri local qualified attributes]
      (add-text)
      (set! *stack* (conj *stack* *current*))
      (set! *current* (struct element (keyword qualified) (attributes-map attributes) nil))
      (set! *state* :element))
    (endElement [_ uri local qualified]
      (add-text)
      (let [closed *current*]
        (set! *current* (peek *stack*))
        (set! *stack* (pop *stack*))
        (add-content closed))
      (set! *state* :between))
    (characters [_ units start length]
      (when-not *sb* (set! *sb* (StringBuilder.)))
      (.append ^StringBuilder *sb* units start length)
      (set! *state* :chars))
    (setDocumentLocator [_ locator])
    (startDocument [_])
    (endDocument [_])
    (startPrefixMapping [_ prefix uri])
    (endPrefixMapping [_ prefix])
    (ignorableWhitespace [_ units start length])
    (processingInstruction [_ target data])
    (skippedEntity [_ n])))

(defn sax-parser
  "A new SAX parser."
  {:added "1.11"}
  []
  (.newSAXParser (javax.xml.parsers.SAXParserFactory/newInstance)))

(defn disable-external-entities
  "The parser, with the features set that keep it from reading what is outside of the document: here no parser does."
  {:added "1.11"}
  [parser]
  (let [reader (.getXMLReader parser)]
    (.setFeature reader "http://apache.org/xml/features/nonvalidating/load-external-dtd" false)
    (.setFeature reader "http://xml.org/sax/features/external-general-entities" false)
    (.setFeature reader "http://xml.org/sax/features/external-parameter-entities" false)
    parser))

(defn startparse-sax
  "Reads the document s with the handler ch, by a SAX parser as it comes."
  {:added "1.0"}
  [s ch]
  (.parse (sax-parser) s ch))

(defn startparse-sax-safe
  "Reads the document s with the handler ch, and nothing outside of the document."
  {:added "1.11"}
  [s ch]
  (.parse (disable-external-entities (sax-parser)) s ch))

(defn parse
  "Reads a document from a File, an input stream, an InputSource or the name of a file, and returns its root: elements
  are maps of :tag, a keyword, :attrs, a map, and :content, a vector of strings and elements. Blank text, comments and
  processing instructions are left out. Throws SAXParseException for what is not well-formed. startparse, by default
  startparse-sax-safe, is a function of s and a handler that reads s with a parser."
  {:added "1.0"}
  ([s] (parse s startparse-sax-safe))
  ([s startparse]
   (binding [*stack* nil
             *current* (struct element)
             *state* :between
             *sb* nil]
     (startparse s content-handler)
     (first (:content *current*)))))

;; Writing

(defn emit-element
  "Prints an element, or a string, a line for each tag and text."
  [e]
  (if (string? e)
    (println e)
    (do
      (print (str "<" (name (:tag e))))
      (doseq [[k v] (:attrs e)]
        (print (str " " (name k) "='" v "'")))
      (if (:content e)
        (do
          (println ">")
          (run! emit-element (:content e))
          (println (str "</" (name (:tag e)) ">")))
        (println "/>")))))

(defn emit
  "Prints a document with its declaration."
  {:added "1.0"}
  [x]
  (println "<?xml version='1.0' encoding='UTF-8'?>")
  (emit-element x))

(ns clojure.host.xml-transform
  "javax.xml.transform without stylesheets: a Transformer copies a document, indented when asked to."
  (:require [clojure.host.defclass :refer [defclass extend-class]]
            [clojure.host.xml-scanner :as scanner]
            [clojure.host.xml-streams :as streams]
            [clojure.java.io :as io]
            [clojure.string :as str])
  (:import (com.sun.org.apache.xalan.internal.xsltc.trax TransformerFactoryImpl TransformerImpl)
           (java.io File OutputStreamWriter Reader Writer)
           (javax.xml.transform TransformerException TransformerFactory)
           (javax.xml.transform.stream StreamResult StreamSource)))

(extend-class javax.xml.transform.OutputKeys
  :static
  (:field METHOD "method") (:field VERSION "version") (:field ENCODING "encoding")
  (:field OMIT_XML_DECLARATION "omit-xml-declaration") (:field STANDALONE "standalone")
  (:field DOCTYPE_PUBLIC "doctype-public") (:field DOCTYPE_SYSTEM "doctype-system")
  (:field CDATA_SECTION_ELEMENTS "cdata-section-elements") (:field INDENT "indent") (:field MEDIA_TYPE "media-type"))

(defclass javax.xml.transform.stream.StreamSource [^:unsynchronized-mutable source ^:unsynchronized-mutable id]
  (getReader [_] (when (instance? Reader source) source))
  (setReader [_ r] (set! source r) nil)
  (getInputStream [_] (when-not (instance? Reader source) source))
  (setInputStream [_ in] (set! source in) nil)
  (getSystemId [_] id)
  (setSystemId [_ x] (set! id x) nil)
  (content [_] (or source (io/input-stream id)))
  :static
  (new ([] (StreamSource/<init> nil nil))
    ([x] (cond (string? x) (StreamSource/<init> nil x)
               (instance? File x) (StreamSource/<init> nil (str (.toURI x)))
               :else (StreamSource/<init> x nil)))
    ([x id] (StreamSource/<init> x id))))

(defclass javax.xml.transform.stream.StreamResult [^:unsynchronized-mutable target ^:unsynchronized-mutable id]
  (getWriter [_] (when (instance? Writer target) target))
  (setWriter [_ w] (set! target w) nil)
  (getOutputStream [_] (when-not (instance? Writer target) target))
  (setOutputStream [_ out] (set! target out) nil)
  (getSystemId [_] id)
  (setSystemId [_ x] (set! id x) nil)
  :static
  (new ([] (StreamResult/<init> nil nil))
    ([x] (cond (string? x) (StreamResult/<init> nil x)
               (instance? File x) (StreamResult/<init> nil (str (.toURI x)))
               :else (StreamResult/<init> x nil)))))

;; Documents as trees: strings, {:kind :comment …}, {:kind :instruction …} and elements with :content.

(defn- read-tree
  "{:nodes :doctype} of the document, the text of each run in one string; :doctype: is there one?"
  [text]
  (let [add (fn [content node]
              (if (and (string? node) (string? (peek content)))
                (conj (pop content) (str (peek content) node))
                (conj content node)))]
    (loop [scan (scanner/start text {:namespaces true :coalescing false :references true :dtd true})
           content [] outer ()]
      (let [scan (scanner/advance scan)
            {:keys [kind] :as event} (:event scan)]
        (case kind
          :end-document {:nodes content :doctype (:doctype scan)}
          :start (recur scan [] (conj outer [event content]))
          :end (let [[element before] (peek outer)]
                 (recur scan (conj before (assoc element :content content)) (pop outer)))
          :text (recur scan (if (= "" (:text event)) content (add content (:text event))) outer)
          (:comment :instruction) (recur scan (conj content event) outer)
          (recur scan content outer))))))

(defn- encodable? [code encoding]
  (case (str/upper-case encoding)
    ("US-ASCII" "ASCII") (< code 128)
    ("ISO-8859-1" "LATIN1") (< code 256)
    (< code 0x10000)))

(defn- escaped [s encoding in-attribute]
  (let [out (StringBuilder.)]
    (loop [i 0]
      (if (< i (count s))
        (let [code (.codePointAt s i)
              plain (fn [] (.appendCodePoint out code))]
          (cond
            (= code 38) (.append out "&amp;")
            (= code 60) (.append out "&lt;")
            (= code 62) (.append out "&gt;")
            (and in-attribute (= code 34)) (.append out "&quot;")
            (= code 13) (.append out "&#13;")
            (or (= code 10) (= code 9)) (if in-attribute (.append out (str "&#" code ";")) (plain))
            (or (< code 32) (<= 127 code 159) (= code 0x2028) (not (encodable? code encoding)))
            (.append out (str "&#" code ";"))
            :else (plain))
          (recur (+ i (Character/charCount code))))
        (str out)))))

(defn- element-name [{:keys [prefix local]}] (if (= "" prefix) local (str prefix ":" local)))

(defn- write-node
  "Writes a node with put, a function of strings. indent: the number of spaces of a level, or nil."
  [put node encoding indent depth]
  (let [line (fn [depth] (put "\n" (apply str (repeat (* indent depth) " "))))]
    (cond
      (string? node) (put (escaped node encoding false))
      (= :comment (:kind node)) (put "<!--" (:text node) "-->")
      (= :instruction (:kind node)) (put "<?" (:target node) (when-not (= "" (:data node)) (str " " (:data node))) "?>")
      :else
      (let [{:keys [content attributes namespaces]} node
            raw (element-name node)
            lines (and indent (seq content) (not (and (nil? (next content)) (string? (first content)))))]
        (put "<" raw)
        (doseq [[prefix uri] namespaces]
          (put (if prefix (str " xmlns:" prefix) " xmlns") "=\"" (escaped (or uri "") encoding true) "\""))
        (doseq [a attributes] (put " " (element-name a) "=\"" (escaped (:value a) encoding true) "\""))
        (if (empty? content)
          (put "/>")
          (do (put ">")
              (doseq [child content]
                (when lines (line (inc depth)))
                (write-node put (if (and lines (string? child)) (str/replace child #"^\n+" "") child)
                            encoding indent (inc depth)))
              (when lines (line depth))
              (put "</" raw ">")))))))

(defn- text-of [node]
  (if (string? node) node (apply str (map text-of (:content node)))))

(defn- write-document [out {:keys [nodes doctype]} properties]
  (let [put (fn [& s] (.write out (apply str s)))
        yes? (fn [k] (= "yes" (get properties k)))
        encoding (get properties "encoding" "UTF-8")
        indent (when (yes? "indent")
                 (parse-long (get properties "{http://xml.apache.org/xslt}indent-amount"
                                  (get properties "{http://xml.apache.org/xalan}indent-amount" "4"))))
        {public "doctype-public" system "doctype-system"} properties
        root (first (filter (fn [n] (= :start (:kind n))) nodes))]
    (if (= "text" (get properties "method"))
      (run! (comp put text-of) nodes)
      (do
        (when-not (yes? "omit-xml-declaration")
          (put "<?xml version=\"" (get properties "version" "1.0") "\" encoding=\"" encoding "\""
               (when (yes? "standalone") " standalone=\"yes\"") "?>")
          (when (and indent public (not system)) (put "\n")))
        (doseq [node nodes]
          (when (identical? node root)
            (cond
              system (put "<!DOCTYPE " (element-name root) (if public (str " PUBLIC \"" public "\"") " SYSTEM")
                          " \"" system "\">\n")
              (and public doctype) (put "<!DOCTYPE " (element-name root) " PUBLIC \"" public "\">\n")))
          (write-node put node encoding indent 0))
        (when indent (put "\n"))))
    (.flush out)))

(defclass com.sun.org.apache.xalan.internal.xsltc.trax.TransformerImpl [properties]
  (setOutputProperty [_ k value] (swap! properties assoc k value) nil)
  (getOutputProperty [_ k] (get @properties k))
  (setOutputProperties [_ all] (swap! properties merge (into {} all)) nil)
  (getOutputProperties [_] (let [all (java.util.Properties.)] (doseq [[k v] @properties] (.setProperty all k v)) all))
  (setParameter [_ _ _] nil)
  (clearParameters [_] nil)
  (setErrorListener [_ _] nil)
  (transform [_ source result]
    (let [[text] (streams/read-source (.content source) nil)
          tree (try (read-tree text)
                    (catch javax.xml.stream.XMLStreamException e
                      (throw (TransformerException. (last (str/split (ex-message e) #"Message: ")) e))))]
      (if-let [out (or (.getWriter result) (.getOutputStream result))]
        (write-document (if (instance? Writer out) out (OutputStreamWriter. out (get @properties "encoding" "UTF-8")))
                        tree @properties)
        (with-open [out (io/writer (io/as-file (java.net.URI. (.getSystemId result))))]
          (write-document out tree @properties))))))

(defclass com.sun.org.apache.xalan.internal.xsltc.trax.TransformerFactoryImpl [attributes]
  (newTransformer
    ([_] (TransformerImpl/<init> (atom {})))
    ([_ _stylesheet] (throw (UnsupportedOperationException. "Stylesheets are not provided here."))))
  (setAttribute [_ k value] (swap! attributes assoc k value) nil)
  (getAttribute [_ k] (get @attributes k))
  (setFeature [_ k value] (swap! attributes assoc k value) nil)
  (getFeature [_ k] (boolean (get @attributes k)))
  (setErrorListener [_ _] nil))

(extend-class javax.xml.transform.TransformerFactory
  :static
  (newInstance [] (TransformerFactoryImpl/<init> (atom {})))
  (newDefaultInstance [] (TransformerFactory/newInstance)))

(ns clojure.host.xml-names
  "javax.xml.namespace and the constants of javax.xml."
  (:require [clojure.host.defclass :refer [defclass extend-class]]
            [clojure.string :as str])
  (:import (javax.xml.namespace QName)))

(defclass javax.xml.namespace.QName [uri local prefix]
  (getNamespaceURI [_] uri)
  (getLocalPart [_] local)
  (getPrefix [_] prefix)
  (equals [_ o] (and (instance? QName o) (= local (.getLocalPart o)) (= uri (.getNamespaceURI o))))
  (hashCode [_] (int (bit-xor (.hashCode uri) (.hashCode local))))
  (toString [_] (if (= "" uri) local (str "{" uri "}" local)))
  :static
  (new ([local] (QName. "" local ""))
    ([uri local] (QName. uri local ""))
    ([uri local prefix]
      (when (nil? local) (throw (IllegalArgumentException. "local part cannot be \"null\" when creating a QName")))
      (when (nil? prefix) (throw (IllegalArgumentException. "prefix cannot be \"null\" when creating a QName")))
      (QName/<init> (or uri "") local prefix)))
  (valueOf [s]
    (when (nil? s)
      (throw (IllegalArgumentException. "cannot create QName from \"null\" or \"\" String")))
    (if (str/starts-with? s "{")
      (let [end (str/index-of s "}")]
        (when (str/starts-with? s "{}")
          (throw (IllegalArgumentException.
                  (str "Namespace URI .equals(XMLConstants.NULL_NS_URI), .equals(\"\"), only the local part, \"" (subs s 2)
                       "\", should be provided."))))
        (when-not end
          (throw (IllegalArgumentException. (str "cannot create QName from \"" s "\", missing closing \"}\""))))
        (QName. (subs s 1 end) (subs s (inc end))))
      (QName. s))))

(extend-class javax.xml.XMLConstants
  :static
  (:field NULL_NS_URI "")
  (:field DEFAULT_NS_PREFIX "")
  (:field XML_NS_URI "http://www.w3.org/XML/1998/namespace")
  (:field XML_NS_PREFIX "xml")
  (:field XMLNS_ATTRIBUTE "xmlns")
  (:field XMLNS_ATTRIBUTE_NS_URI "http://www.w3.org/2000/xmlns/")
  (:field W3C_XML_SCHEMA_NS_URI "http://www.w3.org/2001/XMLSchema")
  (:field W3C_XML_SCHEMA_INSTANCE_NS_URI "http://www.w3.org/2001/XMLSchema-instance")
  (:field FEATURE_SECURE_PROCESSING "http://javax.xml.XMLConstants/feature/secure-processing")
  (:field ACCESS_EXTERNAL_DTD "http://javax.xml.XMLConstants/property/accessExternalDTD")
  (:field ACCESS_EXTERNAL_SCHEMA "http://javax.xml.XMLConstants/property/accessExternalSchema")
  (:field ACCESS_EXTERNAL_STYLESHEET "http://javax.xml.XMLConstants/property/accessExternalStylesheet"))

;; The namespaces of a place: prefix to URI.
(defclass com.sun.org.apache.xerces.internal.util.NamespaceContextWrapper [scope]
  (getNamespaceURI [_ prefix]
    (when (nil? prefix) (throw (IllegalArgumentException. "prefix can't be null")))
    (case prefix
      "xml" javax.xml.XMLConstants/XML_NS_URI
      "xmlns" javax.xml.XMLConstants/XMLNS_ATTRIBUTE_NS_URI
      (get scope prefix)))
  (getPrefix [this uri] (first (iterator-seq (.getPrefixes this uri))))
  (getPrefixes [_ uri]
    (when (nil? uri) (throw (IllegalArgumentException. "URI can't be null.")))
    (.iterator (cond
                 (= uri javax.xml.XMLConstants/XML_NS_URI) ["xml"]
                 (= uri javax.xml.XMLConstants/XMLNS_ATTRIBUTE_NS_URI) ["xmlns"]
                 :else (vec (keys (filter (fn [[_ u]] (= u uri)) scope)))))))

(defn namespace-context [scope]
  (com.sun.org.apache.xerces.internal.util.NamespaceContextWrapper/<init> scope))

(defmacro ^:private def-datatype-constants []
  `(extend-class javax.xml.datatype.DatatypeConstants
     :static
     ~@(for [[label value] (concat '[[FIELD_UNDEFINED -2147483648] [MAX_TIMEZONE_OFFSET -840] [MIN_TIMEZONE_OFFSET 840]
                                     [LESSER -1] [EQUAL 0] [GREATER 1] [INDETERMINATE 2]]
                                   (map vector
                                        '[JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER]
                                        (range 1 13)))]
         (list :field label (list 'int value)))))
(def-datatype-constants)

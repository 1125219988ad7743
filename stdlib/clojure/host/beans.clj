(ns clojure.host.beans
  "java.beans: the properties of classes, told by the names of their methods. What a method returns is unknown, so the
  types of all properties but class are Object, and whatever begins with is or set and fits gets or sets one."
  (:require [clojure.host.defclass :refer [defclass extend-class]])
  (:import (java.beans BeanInfo Introspector PropertyDescriptor)
           (java.lang.reflect Modifier)))

(defclass java.beans.PropertyDescriptor [label reader writer]
  (getName [_] label)
  (getDisplayName [_] label)
  (getShortDescription [_] label)
  (getReadMethod [_] reader)
  (getWriteMethod [_] writer)
  (getPropertyType [_] (if (= label "class") Class Object)))

(defn- accessors
  "A map of properties to the methods among these that have so many parameters and a name that begins with the prefix."
  [methods prefix params]
  (into {}
        (for [method methods
              :let [label (.getName method)]
              :when (and (= params (.getParameterCount method))
                         (.startsWith label prefix)
                         (> (count label) (count prefix)))]
          [(Introspector/decapitalize (subs label (count prefix))) method])))

(defn- methods-of
  "The methods of a class that need an instance, without those of the class where the search ends."
  [cls stop]
  (remove (set (when stop (.getMethods stop)))
          (remove (fn [method] (Modifier/isStatic (.getModifiers method))) (.getMethods cls))))

;; A method that returns something sets no property.
(def ^:private returning
  {java.io.File #{"setExecutable" "setLastModified" "setReadable" "setWritable"}
   java.math.BigDecimal #{"setScale"}
   java.math.BigInteger #{"setBit"}
   java.util.StringJoiner #{"setEmptyValue"}})

(defn- setter? [method]
  (not (contains? (returning (.getDeclaringClass method)) (.getName method))))

(defn- descriptors [cls stop]
  (let [methods (methods-of cls stop)
        readers (merge (accessors methods "get" 0) (accessors methods "is" 0))
        writers (accessors (filter setter? methods) "set" 1)]
    (for [label (sort (keys (merge readers writers)))]
      (PropertyDescriptor/<init> label (readers label) (writers label)))))

(defn- bean-info [cls stop]
  (let [found (into-array PropertyDescriptor (descriptors cls stop))]
    (reify BeanInfo
      (getPropertyDescriptors [_] found))))

(extend-class java.beans.Introspector
  :static
  (decapitalize [text]
    (if (or (empty? text) (and (next text) (every? (fn [c] (Character/isUpperCase c)) (take 2 text))))
      text
      (str (.toLowerCase (subs text 0 1)) (subs text 1))))
  (getBeanInfo ([cls] (bean-info cls nil)) ([cls stop] (bean-info cls stop)))
  (flushCaches [])
  (flushFromCaches [_]))

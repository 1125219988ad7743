(ns clojure.host.resources
  "What is found among the resources by a name: java.util.ResourceBundle and ServiceLoader."
  (:require [clojure.host.defclass :refer [defclass extend-class]]
            [clojure.java.io :as io]
            [clojure.string :as str])
  (:import (java.util Locale MissingResourceException Optional PropertyResourceBundle ResourceBundle
                      ServiceConfigurationError ServiceLoader)))

(defn- properties-of [source]
  (with-open [in (io/reader source :encoding "UTF-8")]
    (doto (java.util.Properties.) (.load in))))

(defclass java.util.PropertyResourceBundle [table base locale ^:unsynchronized-mutable parent]
  (setParent [_ bundle] (set! parent bundle) nil)
  (handleGetObject [_ key] (when (nil? key) (throw (NullPointerException.))) (.get table key))
  (getObject [this key]
    (let [found (.handleGetObject this key)]
      (cond
        (some? found) found
        parent (.getObject parent key)
        :else (throw (MissingResourceException.
                      (str "Can't find resource for bundle java.util.PropertyResourceBundle, key " key)
                      "java.util.PropertyResourceBundle" key)))))
  (getString [this key] (clojure.core/-as String (.getObject this key)))
  (getStringArray [this key] (.getObject this key))
  (containsKey [_ key]
    (when (nil? key) (throw (NullPointerException.)))
    (boolean (or (.containsKey table key) (and parent (.containsKey parent key)))))
  (keySet [_] (into (set (keys table)) (when parent (.keySet parent))))
  (getKeys [this] (java.util.Collections/enumeration (.keySet this)))
  (getLocale [_] locale)
  (getBaseBundleName [_] base)
  :static
  (new [source] (PropertyResourceBundle/<init> (properties-of source) nil nil nil)))

(defn- locales
  "The locale and those that are less specific, without the empty one."
  [locale]
  (map (fn [[language country :as parts]] (if country (Locale. language country) (Locale. language)))
       (take-while seq (iterate butlast (remove str/blank? [(.getLanguage locale) (.getCountry locale)])))))

(defn- bundle [base locale loader]
  (let [suffix (str locale)
        path (str (str/replace base "." "/") (when (seq suffix) "_") suffix ".properties")]
    (when-let [resource (.getResource loader path)]
      (PropertyResourceBundle/<init> (properties-of resource) base locale nil))))

(defn- find-bundle [base locale loader]
  (when (nil? base) (throw (NullPointerException. "Cannot invoke \"String.hashCode()\" because \"this.name\" is null")))
  (when (or (nil? locale) (nil? loader)) (throw (NullPointerException.)))
  (let [found (fn [locale] (keep (fn [l] (bundle base l loader)) (locales locale)))
        root (bundle base Locale/ROOT loader)
        special (or (seq (found locale)) (seq (found (Locale/getDefault))))
        chain (concat special (when root [root]))]
    (when (empty? chain)
      (throw (MissingResourceException. (str "Can't find bundle for base name " base ", locale " locale)
                                        (str base "_" locale) "")))
    (doseq [[child parent] (partition 2 1 chain)] (.setParent child parent))
    (first chain)))

(extend-class ResourceBundle
  :static
  (getBundle ([base] (ResourceBundle/getBundle base (Locale/getDefault)))
    ([base locale] (ResourceBundle/getBundle base locale (clojure.lang.RT/baseLoader)))
    ([base locale loader] (find-bundle base locale loader)))
  (clearCache ([]) ([_])))

;; Services: the classes that META-INF/services lists for an interface.

(defn- provider-names [service loader]
  (distinct
   (for [resource (enumeration-seq (.getResources loader (str "META-INF/services/" (.getName service))))
         line (str/split-lines (slurp resource))
         :let [name (str/trim (str/replace line #"#.*" ""))]
         :when (seq name)]
     name)))

(defn- fail [service & text] (throw (ServiceConfigurationError. (apply str (.getName service) ": Provider " text))))

(defn- provider [service name]
  (let [c (try (Class/forName name) (catch ClassNotFoundException _ (fail service name " not found")))
        made (try (clojure.lang.Reflector/invokeConstructor c (object-array 0))
                  (catch Exception _ (fail service name " Unable to get public no-arg constructor")))]
    (if (instance? service made) made (fail service name " not a subtype"))))

(defn- providers [service loader] (map (fn [name] (provider service name)) (provider-names service loader)))

(defclass java.util.ServiceLoader [service loader ^:unsynchronized-mutable found]
  (iterator [_] (.iterator (or (seq found) ())))
  (findFirst [_] (if (seq found) (Optional/of (first found)) (Optional/empty)))
  (reload [_] (set! found (providers service loader)) nil)
  (toString [_] (str "java.util.ServiceLoader[" (.getName service) "]"))
  :static
  (load ([service] (ServiceLoader/load service nil))
    ([service loader]
     (when (nil? service) (throw (NullPointerException.)))
     (let [loader (or loader (clojure.lang.RT/baseLoader))]
       (ServiceLoader/<init> service loader (providers service loader)))))
  (loadInstalled [service] (ServiceLoader/load service)))

;; clojure.java.javadoc: the page of a class, in a browser.

(ns clojure.java.javadoc
  "Opens the Javadoc page of a class in the user's browser."
  (:require [clojure.java.browse :as browse]
            [clojure.java.io :as io]
            [clojure.string :as string]))

(def ^{:dynamic true :doc "Where a search is asked that goes to its first result at once."}
  *feeling-lucky-url* "http://www.google.com/search?btnI=I%27m%20Feeling%20Lucky&q=allinurl:")
(def ^{:dynamic true :doc "Whether classes whose pages are not known are searched for."}
  *feeling-lucky* true)
(def ^{:dynamic true :doc "A ref of the directories that have pages."}
  *local-javadocs* (ref ()))
(def ^{:dynamic true :doc "Where the pages of Java's own classes are. They are of one version, whose pages do not name modules."}
  *core-java-api* "http://docs.oracle.com/javase/8/docs/api/")
(def ^{:dynamic true :doc "A ref of a map from the beginnings of class names to where their pages are."}
  *remote-javadocs*
  (ref (into (sorted-map)
             (concat (for [prefix ["java." "javax." "org.ietf.jgss." "org.omg." "org.w3c.dom." "org.xml.sax."]]
                       [prefix *core-java-api*])
                     {"com.google.common." "http://google.github.io/guava/releases/23.0/api/docs/"
                      "org.apache.commons.codec." "http://commons.apache.org/proper/commons-codec/apidocs/"
                      "org.apache.commons.io." "http://commons.apache.org/proper/commons-io/javadocs/api-release/"
                      "org.apache.commons.lang." "http://commons.apache.org/proper/commons-lang/javadocs/api-2.6/"
                      "org.apache.commons.lang3." "http://commons.apache.org/proper/commons-lang/javadocs/api-release/"}))))

(defn add-local-javadoc
  "Adds a directory that has pages."
  {:added "1.2"}
  [path]
  (dosync (commute *local-javadocs* conj path)))

(defn add-remote-javadoc
  "Adds where the pages of the classes are whose names begin with package-prefix."
  {:added "1.2"}
  [package-prefix url]
  (dosync (commute *remote-javadocs* assoc package-prefix url)))

(defn- javadoc-url
  "Where the page of the class of that name is, nil if that is not known."
  {:added "1.2" :tag String}
  [^String classname]
  (let [path (str (string/replace classname "." "/") ".html")]
    (or (some (fn [dir] (let [page (io/file dir path)]
                          (when (.exists page) (str (.toURI page)))))
              @*local-javadocs*)
        (some (fn [[prefix url]] (when (string/starts-with? classname prefix) (str url path)))
              @*remote-javadocs*)
        (when *feeling-lucky* (str *feeling-lucky-url* path)))))

(defn javadoc
  "Opens the page of the class, or of the class of the object, in the user's browser."
  {:added "1.2"}
  [class-or-object]
  (let [^Class c (if (class? class-or-object) class-or-object (class class-or-object))]
    (if-let [url (javadoc-url (.getName c))]
      (browse/browse-url url)
      (println "Could not find Javadoc for" (.getName c)))))

(ns clojure.host.enum-collections
  "java.util.EnumSet and EnumMap: collections in the order in which an enum declares its constants."
  (:require [clojure.host.defclass :refer [defclass extend-class]])
  (:import (java.util Comparator EnumMap EnumSet TreeMap TreeSet)))

(def ^:private declared (reify Comparator (compare [_ a b] (int (compare (.ordinal a) (.ordinal b))))))

(defn- constants [type] (.getEnumConstants type))

(defn- declaring-class [x] (.getDeclaringClass (clojure.core/-as Enum x)))

(defn- enum-type [type]
  (if (.isEnum type) type (throw (ClassCastException. (str type " not an enum")))))

(defn- check-type [type x parameter]
  (when (nil? x)
    (throw (NullPointerException. (str "Cannot invoke \"Object.getClass()\" because \"" parameter "\" is null"))))
  (when-not (= type (declaring-class x))
    (throw (ClassCastException. (str (declaring-class x) " != " type)))))

(defclass java.util.EnumSet [type inner]
  (add [_ x] (check-type type x "e") (.add inner x))
  (addAll [this xs] (boolean (reduce (fn [changed x] (or (.add this x) changed)) false xs)))
  (remove [_ x] (and (instance? type x) (.remove inner x)))
  (removeAll [this xs] (boolean (reduce (fn [changed x] (or (.remove this x) changed)) false xs)))
  (retainAll [this xs]
    (let [gone (remove (fn [x] (.contains xs x)) (vec inner))]
      (.removeAll this gone)))
  (contains [_ x] (and (instance? type x) (.contains inner x)))
  (clear [_] (.clear inner))
  (size [_] (.size inner))
  (iterator [_] (.iterator inner))
  (clone [_] (EnumSet/<init> type (doto (TreeSet. declared) (.addAll inner))))
  (toString [_] (.toString inner))
  :static
  (noneOf [type] (EnumSet/<init> (enum-type type) (TreeSet. declared)))
  (allOf [type] (doto (EnumSet/noneOf type) (.addAll (constants type))))
  (of [x & more] (doto (EnumSet/noneOf (declaring-class x)) (.add x) (.addAll (mapcat (fn [y] (if (instance? Enum y) [y] y)) more))))
  (copyOf [coll]
    (cond
      (instance? EnumSet coll) (.clone coll)
      (empty? coll) (throw (IllegalArgumentException. "Collection is empty"))
      :else (doto (EnumSet/noneOf (.getDeclaringClass (first coll))) (.addAll coll))))
  (complementOf [set]
    (let [all (EnumSet/allOf (.-type set))]
      (.removeAll all set)
      all))
  (range [from to]
    (when (> (.ordinal from) (.ordinal to)) (throw (IllegalArgumentException. (str from " > " to))))
    (let [type (.getDeclaringClass from)]
      (doto (EnumSet/noneOf type)
        (.addAll (filter (fn [x] (<= (.ordinal from) (.ordinal x) (.ordinal to))) (constants type)))))))

(defclass java.util.EnumMap [type inner]
  (put [_ k v] (check-type type k "key") (.put inner k v))
  (putAll [this m] (doseq [e m] (.put this (key e) (val e))))
  (get [_ k] (when (instance? type k) (.get inner k)))
  (containsKey [_ k] (and (instance? type k) (.containsKey inner k)))
  (remove [_ k] (when (instance? type k) (.remove inner k)))
  (clear [_] (.clear inner))
  (size [_] (.size inner))
  (keySet [_] (.keySet inner))
  (values [_] (.values inner))
  (entrySet [_] (.entrySet inner))
  (clone [_] (EnumMap/<init> type (doto (TreeMap. declared) (.putAll inner))))
  (toString [_] (.toString inner))
  :static
  (new [of]
    (cond
      (class? of) (EnumMap/<init> of (TreeMap. declared))
      (instance? EnumMap of) (.clone of)
      (empty? of) (throw (IllegalArgumentException. "Specified map is empty"))
      :else (doto (EnumMap. (.getDeclaringClass (key (first of)))) (.putAll of)))))

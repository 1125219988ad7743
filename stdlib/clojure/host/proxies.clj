(ns clojure.host.proxies
  "java.lang.reflect.Proxy: objects whose methods, those of interfaces, an InvocationHandler answers."
  (:require [clojure.host.defclass :refer [extend-class fi given]])
  (:import (java.lang.reflect InvocationHandler Method Proxy)))

(def ^:private handler-name "-invocation-handler")

(defn- methods-of
  "The methods of the interface and of those above it, and the ones of Object that a handler answers."
  [interface]
  (concat (for [c (cons interface (filter (fn [c] (.isInterface c)) (supers interface)))
                [label params] (@#'clojure.core/known-methods c)]
            (Method/<init> c label (count params) 1025 false))
          [(Method/<init> Object "toString" 0 1 false)
           (Method/<init> Object "hashCode" 0 1 false)
           (Method/<init> Object "equals" 1 1 false)]))

(defn- answer
  "The function behind the methods of one name, which differ in their numbers of parameters."
  [handler methods]
  (let [by-count (into {} (map (juxt (fn [m] (.getParameterCount m)) identity)) (reverse methods))]
    (fn [this & args]
      (fi handler invoke this (get by-count (count args) (first methods)) (when args (object-array args))))))

(defn- make [interfaces handler]
  (doseq [c interfaces]
    (when-not (.isInterface c) (throw (IllegalArgumentException. (str (.getName c) " is not an interface")))))
  (init-proxy (construct-proxy (@#'clojure.core/-proxy-class-of "clojure.host.proxies" (seq interfaces)))
              (assoc (update-vals (group-by (fn [m] (.getName m)) (mapcat methods-of interfaces))
                                  (fn [methods] (answer handler methods)))
                     handler-name (constantly handler))))

(extend-class Proxy
  :static
  (newProxyInstance [_ interfaces handler] (make interfaces (given handler)))
  (isProxyClass [c] (.startsWith (.getName c) "clojure.host.proxies.proxy$"))
  (getInvocationHandler [p]
    (if (Proxy/isProxyClass (class p))
      ((get (proxy-mappings p) handler-name))
      (throw (IllegalArgumentException. "not a proxy instance")))))

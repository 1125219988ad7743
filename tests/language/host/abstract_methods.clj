;; Methods of the host's interfaces that a proxy, a reify or a type does not have.
(ns abstract-methods
  (:import (java.io Closeable InputStream OutputStream)
           (java.util.concurrent Callable Executor)
           (java.util.function BiFunction Consumer Function IntUnaryOperator Predicate Supplier ToIntFunction)))

(defn told [e] (str (.getSimpleName (class e)) ": " (clojure.string/replace (.getMessage e) #"abstract_methods\$\S+" "CLASS")))
(defmacro tell [& forms]
  `(do ~@(map (fn [form] `(println '~form "=>" (try ~form (catch Throwable e# (told e#))))) forms)))

(tell (.run (proxy [Runnable] []))
      (.call (proxy [Callable] []))
      (.apply (proxy [Function] []) 1)
      (.apply (proxy [BiFunction] []) 1 2)
      (.test (proxy [Predicate] []) 1)
      (.accept (proxy [Consumer] []) 1)
      (.get (proxy [Supplier] []))
      (.applyAsInt (proxy [ToIntFunction] []) 1)
      (.execute (proxy [Executor] []) nil)
      (.close (proxy [Closeable] []))
      (.compare (proxy [java.util.Comparator] []) 1 2))

(tell (.run (reify Runnable))
      (.call (reify Callable))
      (.apply (reify Function) 1)
      (.applyAsInt (reify IntUnaryOperator) 1)
      (with-open [_ (reify Closeable)] 1)
      (.compare (reify java.util.Comparator) 1 2)
      (.compareTo (reify Comparable) 2))

(deftype Idle [] Runnable)
(tell (.run (Idle.))
      (let [x (identity (Idle.))] (.run x))
      (let [x (identity (Idle.))] (.run x 1)))

(tell (.read (proxy [InputStream] []))
      (.read (proxy [InputStream] []) (byte-array 3))
      (.skip (proxy [InputStream] []) 3)
      (.write (proxy [OutputStream] []) 1)
      (.write (proxy [OutputStream] []) (byte-array 3))
      (.write (proxy [OutputStream] []) (byte-array 0))
      (.read (proxy [InputStream] [] (read [] 7))))

(defn arity [f & args]
  (try (apply f args)
       (catch clojure.lang.ArityException e
         [(.actual e) (boolean (re-find #"abstract-methods.proxy/clojure.lang.AFn/" (ex-message e)))])))
(println (arity (proxy [clojure.lang.AFn] []))
         (arity (proxy [clojure.lang.AFn] []) 1)
         (arity (proxy [clojure.lang.AFn] []) 1 2 3)
         (arity (proxy [clojure.lang.AFn] [] (invoke [x] (inc x))) 1))
(tell ((proxy [clojure.lang.IFn] []))
      ((proxy [clojure.lang.IFn] []) 1))

;; A seq that is asked for its own seq says so: core's functions do not ask it again and again.
(deftype Half [] clojure.lang.ISeq (first [_] 1) (seq [this] this))
(deftype Rest [] clojure.lang.ISeq (next [_] nil) (more [_] ()) (seq [this] this))
(deftype Self [] clojure.lang.Seqable (seq [this] this))
(deftype Views [] java.util.Map)
(doseq [[f x] [[next (Half.)] [rest (Half.)] [second (Half.)] [count (Half.)] [first (Rest.)] [#(reduce + %) (Half.)]
               [#(into [] %) (Half.)] [pr-str (Half.)] [#(apply + %) (Half.)] [seq (Views.)] [keys (Views.)] [#(into {} %) (Views.)]
               [first (Self.)] [next (Self.)] [rest (Self.)]]]
  (println (try (f x) (catch Throwable e (.getSimpleName (class e))))))

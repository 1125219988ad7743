;; java.lang.reflect.Proxy.
(import '(java.lang.reflect InvocationHandler Proxy))

(defmacro attempt [x] `(try ~x (catch Throwable e# [(class e#) (ex-message e#)])))

(definterface Shape (area [scale]) (label []))

(def handler
  (reify InvocationHandler
    (invoke [_ p m args]
      (case (.getName m)
        "toString" "a shape"
        "hashCode" (int 3)
        "equals" (identical? p (aget args 0))
        "compare" (int -1)
        [(.getName m) (vec args) (nil? args) (.getParameterCount m) (.getSimpleName (.getDeclaringClass m))]))))

(let [p (Proxy/newProxyInstance (.getClassLoader Shape) (into-array Class [Shape java.util.concurrent.Callable java.util.Comparator]) handler)]
  (prn (.area p 2) (.label p) (str p) (.hashCode p) (= p p) (= p 1))
  (prn (instance? Shape p) (instance? java.util.Comparator p) (.call p) (.compare p 1 2) (sort p [1 2 3]))
  (prn (Proxy/isProxyClass (class p)) (identical? handler (Proxy/getInvocationHandler p))))
(let [p (Proxy/newProxyInstance nil (into-array Class [Runnable])
          (reify InvocationHandler (invoke [_ _ _ _] (throw (IllegalStateException. "no")))))]
  (prn (attempt (.run p)) (Proxy/isProxyClass String)))
(prn (attempt (Proxy/newProxyInstance nil (into-array Class [String]) handler))
     (attempt (Proxy/newProxyInstance nil (into-array Class [Runnable]) nil))
     (attempt (Proxy/getInvocationHandler "a")))

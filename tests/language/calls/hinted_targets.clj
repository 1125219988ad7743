; Methods called on what is no instance of the hint
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(defn f [^String s] (.length s))
(defn g [^java.util.Map s] (.get s 1))
(defn h [^java.util.concurrent.CountDownLatch s] (.getCount s))
(deftype T [a] Object (toString [_] "t"))
(defn k [^T t] (.a t))
(defn k2 [^T t] (.-a t))
(definterface I (m [x]))
(defn im [^user.I i] (.m i 1))
(declare unb)
(show (f 5) (g 5) (h 5) (f unb) (h unb) (.length ^String (identity 1)) (let [^java.io.File x (identity "s")] (.getName x)) (.nosuch (identity 1)) (.foo "s"))
; Where the class comes from the program, the JVM names its loader by an address.
(defmacro show-class [& forms]
  `(do ~@(for [form forms] `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#))))))))
(show-class (k 5) (k2 5) (im 5) (h nil) (f nil) (k nil) (k unb) (k (T. 1)) (.size ^java.util.Map (identity "s")) (.nosuch ^String (identity 1))
  (let [s ^String (identity 1)] (.trim s)) (.charAt ^CharSequence (identity 5) 0) (.trim ^{:tag String} (identity :k)))

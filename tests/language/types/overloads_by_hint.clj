;; Methods of one name and number of parameters are told apart by their hints, whose classes are known when the type is
;; defined.
(definterface Sized
  (^long size [^String s])
  (^long size [^long n])
  (^long size [^longs ns])
  (^long size [^java.util.List xs]))
(deftype Sizer []
  Sized
  (^long size [_ ^String s] (count s))
  (^long size [_ ^long n] n)
  (^long size [_ ^longs ns] (alength ns))
  (^long size [_ ^java.util.List xs] (* 100 (.size xs))))
(let [sizer (Sizer.)]
  (println (.size sizer "abc") (.size sizer 12) (.size sizer (long-array 4)) (.size sizer [1 2])))

(definterface Marked (mark [^Object o]) (mark [^long n]))
(deftype Marker []
  Marked
  (mark [_ ^Object o] (instance? Marker o))
  (mark [_ ^long n] [:number n]))
(println (.mark (Marker.) (Marker.)) (.mark (Marker.) "a") (.mark (Marker.) 3))

(defn refused [form]
  (try (eval form) :defined
       (catch Throwable e (class e))))
;; Also of an interface whose methods are not known.
(println (refused '(deftype Bad [] java.nio.file.PathMatcher (matches [_ ^Nope p] true) (matches [_ ^String p] false))))
(println (refused '(deftype Bad [] Sized (^long size [_ ^Nope s] 1) (^long size [_ ^String s] 2))))

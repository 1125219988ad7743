; What a parameter with a primitive hint takes, what calls of clojure.math convert and when, and which values are ints.
(require (quote [clojure.math :as math]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(prn (try ~form (catch Throwable t# [(class t#) (clojure.string/replace (str (.getMessage t#)) #" \(.*" "")]))))))

(defn whole ^long [^long n] n)
(defn second-one [_ ^long n] n)

(show
 (whole \a) (whole (first "a")) (apply whole [\a]) (mapv whole [\a]) (second-one 1 \b) ((fn [^long n] n) \a)
 (whole 2.7) (whole 7/2) (whole nil) (whole "1") (long \a)
 (take 1 (repeat \a 1)) (doall (partition-all \a [1])) ((partition-all \a) conj) (chunk-buffer \a) (chunk-buffer true)
 (ref-max-history (ref 1) \a) (ref-max-history (ref 1) true) (ref-min-history nil true) (mix-collection-hash nil 1) (int-array nil 1)
 (apply aset-int [(int-array 1) \a 1]) (make-array nil 1 nil))

(show
 (math/pow (do (print "first ") "a") (do (print "second ") 3))
 (math/pow (do (print "first ") 2) (do (print "second ") "a"))
 (math/floor-div 7 (first "a")) (apply math/floor-div [7 \a]) (mapv math/sqrt [1 4 9]) (apply math/pow [2 10])
 (math/scalb 1.0 3) (math/scalb 1.0 nil) (math/sin nil) (math/sin "a") (math/add-exact Long/MAX_VALUE 1)
 (class (math/round 2.5)) (class (math/get-exponent 2.5)) (with-redefs [math/sqrt (fn [x] :redefined)] (math/sqrt 4))
 (dissoc (meta #'math/pow) :file :line :column :inline :ns :doc) (apply (:inline (meta #'math/scalb)) '[a b]))

(show
 (loop [n (unchecked-negate-int 5)] (class n)) (loop [n (unchecked-add-int 5 6)] (class n)) (loop [n (unchecked-divide-int 5 2)] (class n))
 (let [n (unchecked-add-int 5 6)] [n (class n) (class (inc n)) (= n 11) (max n 2)])
 (loop [n (math/get-exponent 2.0)] (class n)) (loop [n (Math/toIntExact 5)] (class n)) (loop [n (Long/signum 5)] (class n))
 (loop [n (Integer/numberOfLeadingZeros 5)] (class n)) (loop [n (.hashCode "a")] (class n)) (let [n (.hashCode "a")] (class n))
 (let [l (java.util.ArrayList. [0 1])] (java.util.Collections/binarySearch l (loop [n (unchecked-negate-int 0)] n))))

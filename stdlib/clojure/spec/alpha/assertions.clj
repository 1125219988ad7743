;; assert, and what turns it on and off.

(in-ns 'clojure.spec.alpha)

(def ^{:dynamic true
       :doc "False while code is compiled whose uses of assert shall be nothing but their value. So does
  the property clojure.spec.compile-asserts when it is false."}
  *compile-asserts* true)

(defonce ^:private checks-asserts
  (atom nil))

(defn check-asserts?
  "Are assertions by assert checked?"
  []
  (let [flag @checks-asserts]
    (if (nil? flag)
      (= "true" (System/getProperty "clojure.spec.check-asserts"))
      flag)))

(defn check-asserts
  "Turns the checking of assertions on or off. It is off at first, unless the property
  clojure.spec.check-asserts is true."
  [flag]
  (reset! checks-asserts (boolean flag)))

(defn assert*
  "What the macro assert calls."
  [spec x]
  (if (valid? spec x)
    x
    (let [data (assoc (explain-data* spec [] [] [] x) ::failure :assertion-failed)]
      (throw (ex-info (str "Spec assertion failed\n" (with-out-str (explain-out data))) data)))))

(defmacro assert
  "x, when it is valid. Otherwise throws an ExceptionInfo with the explain-data and
  :clojure.spec.alpha/failure :assertion-failed. Does nothing when *compile-asserts* was false as
  the code was compiled, or while (check-asserts?) is false, as it is at first."
  [spec x]
  ;; This file is loaded when the runtime is built: the property is read when it is needed.
  (if (c/and *compile-asserts* (not= "false" (System/getProperty "clojure.spec.compile-asserts")))
    `(if (check-asserts?) (assert* ~spec ~x) ~x)
    x))

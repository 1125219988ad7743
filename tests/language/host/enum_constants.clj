;; Constants of enums by their names: valueOf of the enum, and of Enum for any.
(import 'java.util.concurrent.TimeUnit '(java.time DayOfWeek Month) 'java.math.RoundingMode)
(defmacro show [& forms]
  `(do ~@(map (fn [form] `(prn (try (str ~form) (catch Throwable e# [(class e#) (ex-message e#)])))) forms)))
(defn constant [^Class enum-class label] (Enum/valueOf enum-class label))
(show (Enum/valueOf TimeUnit "SECONDS") (Enum/valueOf RoundingMode "UP") (constant DayOfWeek "MONDAY") (mapv (comp str (partial constant Month)) ["MAY" "JUNE"]))
(show (identical? (constant Month "MAY") Month/MAY) (= (constant Month "MAY") (Month/valueOf "MAY")) (.toMillis ^TimeUnit (constant TimeUnit "SECONDS") 2))
(show (constant TimeUnit "NOPE") (constant TimeUnit nil) (constant nil "UP") (constant String "UP") (TimeUnit/valueOf "NOPE") (TimeUnit/valueOf nil) (Month/valueOf "may"))
(show (count (.getEnumConstants Month)) (.isEnum Month) (.isEnum String) (.getDeclaringClass Month/MAY) (.ordinal Month/MAY) (.name Month/MAY) (.compareTo Month/MAY Month/JULY))

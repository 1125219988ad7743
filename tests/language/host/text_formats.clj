;; java.text: numbers, messages, normalization.
(defmacro show [form]
  `(println (try (pr-str ~form) (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))

(import '(java.text NumberFormat DecimalFormat DecimalFormatSymbols Normalizer Normalizer$Form MessageFormat) '(java.util Locale))
(show [(.format (NumberFormat/getInstance Locale/US) 1234567.891) (.format (NumberFormat/getPercentInstance Locale/US) 0.256) (.format (NumberFormat/getCurrencyInstance Locale/US) 1234.5) (.format (NumberFormat/getIntegerInstance Locale/US) 1234.5) (.parse (NumberFormat/getInstance Locale/US) "1,234.5") (.format (DecimalFormat. "0.00") 1.005) (.format (DecimalFormat. "#,##0.###") 12345.6789) (.format (DecimalFormat. "0.###E0") 12345) (.format (DecimalFormat. "00.0#%") 0.1234) (.toPattern (DecimalFormat. "#,##0.00"))])
(show (let [f (doto (NumberFormat/getInstance Locale/US) (.setMaximumFractionDigits 1) (.setMinimumFractionDigits 1) (.setGroupingUsed false))] [(.format f 1234) (.getMaximumFractionDigits f) (.isGroupingUsed f)]))
(show (let [s (doto (DecimalFormatSymbols. Locale/US) (.setDecimalSeparator \,) (.setGroupingSeparator \.))] [(.format (DecimalFormat. "#,##0.00" s) 1234.5) (.getDecimalSeparator s)]))
(show (let [s (DecimalFormatSymbols/getInstance Locale/US)] [(.getDecimalSeparator s) (.getGroupingSeparator s) (.getMinusSign s) (.getInfinity s) (.getNaN s) (.getPercent s) (.getZeroDigit s)]))
(show [(Normalizer/normalize "é" Normalizer$Form/NFD) (Normalizer/isNormalized "é" Normalizer$Form/NFC) (count (Normalizer/normalize "ﬁ" Normalizer$Form/NFKD))])
(show [(MessageFormat/format "Hello {0}, you are {1}" (to-array ["Bob" 5])) (MessageFormat/format "{0,number,#.##} '{0}' ''x''" (to-array [3.14159])) (MessageFormat/format "{1} {0} {2}" (to-array ["a" 1234567])) (.format (MessageFormat. "{0}-{1}") (to-array [1 2]))])
(show (MessageFormat/format "{0,number,integer} {0,number,percent} {1}" (to-array [0.5 nil])))
(show (MessageFormat/format "{x}" (to-array [1])))

;; Zero padding of %a goes by the length before zeros are added for the precision.
(doseq [spec ["%015a" "%015.3a" "%08.3a" "%+015.3a" "%15.3a" "%-15.3a|" "%020.13a" "%08.0a" "%(,a"] n [1.0 0.0 -2.5 (float 2.5)]]
  (println spec (try (format spec n) (catch java.util.IllegalFormatException e (ex-message e)))))

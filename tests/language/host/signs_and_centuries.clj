;; Signs of numbers and the century of two digits, which programs may set.
(import '(java.text DecimalFormat DecimalFormatSymbols SimpleDateFormat) '(java.util Date Locale TimeZone))

(let [signs (doto (DecimalFormatSymbols. Locale/US) (.setNaN "nan") (.setInfinity "inf") (.setExponentSeparator "e"))
      plain (doto (DecimalFormat. "0.0") (.setDecimalFormatSymbols signs))
      scientific (doto (DecimalFormat. "0.##E0") (.setDecimalFormatSymbols signs))]
  (prn (.getNaN signs) (.getInfinity signs) (.getExponentSeparator signs) (= signs (.clone signs)) (= signs (DecimalFormatSymbols. Locale/US)))
  (prn (.format plain Double/NaN) (.format plain ##-Inf) (.format plain 1.5) (.format scientific 12345) (.format scientific 0.00012))
  (prn (.parse plain "inf") (.parse plain "-inf") (.parse plain "nan")))

(let [utc (TimeZone/getTimeZone "UTC")
      f (doto (SimpleDateFormat. "dd/MM/yy" Locale/US) (.setTimeZone utc))
      shown (doto (SimpleDateFormat. "yyyy-MM-dd" Locale/US) (.setTimeZone utc))]
  (doseq [start [0 1600000000000 -5000000000000]]
    (.set2DigitYearStart f (Date. start))
    (prn (.getTime (.get2DigitYearStart f)) (mapv (fn [s] (.format shown (.parse f s))) ["01/02/69" "01/02/70" "31/12/99" "01/01/20" "13/09/20" "01/01/11" "24/07/11"]))))

(defn hex [bs] (apply str (map #(format "%02x" %) bs)))
(let [mac (doto (javax.crypto.Mac/getInstance "HmacSHA3-256") (.init (javax.crypto.spec.SecretKeySpec. (.getBytes "key") "HmacSHA3-256")))]
  (prn (hex (.doFinal mac (.getBytes "text")))))

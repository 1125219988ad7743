; DecimalFormat: patterns, rounding, exponents, parsing.
(import '(java.text DecimalFormat DecimalFormatSymbols NumberFormat ParsePosition)
        '(java.math RoundingMode) '(java.util Locale))
(defmacro attempt [form] `(try ~form (catch Exception e# (str e#))))
(def patterns ["0" "#" "#,##0.00" "#,###" "00.##" "#.##" ".00" "#." "#,####.0##" "##,##,##0" "'#'#.0" "0'%'" "0%" "0.0\u2030" "a b0" "''0''" "-0" "+0.#"
               "0.0;(0.0)" "0;-0" "#,##0.##;-#" "0x0" "00.000E0" "##0.#E000" "#.E00" "0.###E0" "#,##0.0E0"])
(doseq [pattern patterns]
  (println (pr-str pattern) (.toPattern (DecimalFormat. pattern))
           (pr-str (mapv (fn [x] (attempt (.format (DecimalFormat. pattern) x)))
                         [0 7 -7 1234567.891 -0.5 0.0 -0.0 999.995 12345678901234567890N 1.50M 1/4 0.00012345 ##Inf ##-Inf ##NaN 1e19])))
  (println "  " (pr-str (mapv (fn [text] (attempt (.parse (DecimalFormat. pattern) text)))
                              ["1" "1,234.5" "-7" "12abc" "(4)" "#5" "50%" "-5" ".5" "1." "1E3" "1E" "1,2,3" "1,,2" "NaN" "\u221e" "-\u221e" "" "x" "0.25\u2030"]))))
(doseq [pattern ["0;" "0;0;0" ";0" "0#" "0,.0" "0.0.0" "0.#0" "#0#" "0E" "E0" "%%" "0%%" "'0" "0'a" "0,#" "#0.0#0" "0.,0"]]
  (println pattern (attempt (.toPattern (DecimalFormat. pattern)))))
(doseq [mode (RoundingMode/values) pattern ["0" "0.0" "0.00" "00.0E0"]]
  (println (str mode) pattern
           (pr-str (mapv (fn [x] (attempt (.format (doto (DecimalFormat. pattern) (.setRoundingMode mode)) x)))
                         [0.5 1.5 -2.5 0.125 1.005 -0.05 0.00012345 1.25M -1.35M 3]))))
(defmacro formatted [pattern x & calls] `(println '~calls (attempt (.format (doto (DecimalFormat. ~pattern) ~@calls) ~x))))
(formatted "#,##0.##" 1234567.5 (.setGroupingSize 2))
(formatted "#,##0.##" 1234567.5 (.setGroupingSize 0))
(formatted "#,##0.##" 1234567.5 (.setGroupingSize -1))
(formatted "0.##" 1234567.5 (.setGroupingSize 3))
(formatted "0.##" 1234567.5 (.setGroupingSize 3) (.setGroupingUsed true))
(formatted "#,##0.##" 1234567.5 (.setGroupingUsed false))
(formatted "#,##0.##" 1234567.5 (.setMaximumFractionDigits 0))
(formatted "#,##0.##" 1234567.5 (.setMinimumFractionDigits 4))
(formatted "#,##0.##" 1234567.5 (.setMaximumIntegerDigits 3))
(formatted "#,##0.##" 12 (.setMinimumIntegerDigits 5))
(formatted "#0.00E0" 12345 (.setMinimumIntegerDigits 5))
(formatted "0.0" -12 (.setNegativePrefix "<") (.setNegativeSuffix ">"))
(formatted "0.0%" 12 (.setPositivePrefix "%"))
(formatted "0" 12 (.setMultiplier -3))
(formatted "0" 12 (.setDecimalSeparatorAlwaysShown true))
(formatted "\u00a4#,##0.00" -1234.5 (.setDecimalFormatSymbols (DecimalFormatSymbols/getInstance Locale/US)))
(formatted "#,##0.00" -1234.5 (.setDecimalFormatSymbols (doto (DecimalFormatSymbols. Locale/US) (.setDecimalSeparator \,) (.setGroupingSeparator \.) (.setMinusSign \~))))
(println (.toPattern (doto (DecimalFormat. "0.0") (.setPositivePrefix "a-b'c"))) (.toPattern (doto (DecimalFormat. "0.0") (.setMultiplier 7)))
         (.toPattern (DecimalFormat.)) (.toPattern (NumberFormat/getPercentInstance Locale/US)) (.toPattern (NumberFormat/getCurrencyInstance Locale/US)))
(println (= (DecimalFormat. "0.0") (DecimalFormat. "0.0")) (= (DecimalFormat. "0.0") (DecimalFormat. "0.00")) (= (DecimalFormat. "0.0") (.clone (DecimalFormat. "0.0"))))
(doseq [[pattern text from] [["0.0" "xx12.5yy" 2] ["0.0" "12" 5] ["(0)" "(12" 0] ["(0)" "12" 0] ["0.0;(#0.0)" "99999999999999999999abc" 2] ["0" "12,3" 0]]]
  (let [position (ParsePosition. from) n (attempt (.parse (DecimalFormat. pattern) text position))]
    (println pattern text n (class n) (.getIndex position) (.getErrorIndex position))))
(doseq [text ["1.50" "-7" "1E-3" "12345678901234567890.5" "50%"] pattern ["0" "0%" "#,##0.0"]]
  (println text pattern (attempt (.parse (doto (DecimalFormat. pattern) (.setParseBigDecimal true)) text))
           (attempt (.parse (doto (DecimalFormat. pattern) (.setParseIntegerOnly true)) text))
           (attempt (.parse (NumberFormat/getIntegerInstance Locale/US) text))))

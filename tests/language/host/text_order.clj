;; java.text: the order and the boundaries of texts, characters one after another, names of months.
(import '(java.text BreakIterator CharacterIterator Collator DateFormatSymbols DecimalFormat NumberFormat StringCharacterIterator) '(java.util Currency Formatter Locale))
(defmacro show [& forms]
  `(do ~@(for [f forms] `(println (pr-str (quote ~f)) "=>" (try (pr-str ~f) (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))))
(def c (Collator/getInstance Locale/US))
(defn at [strength] (doto (Collator/getInstance Locale/US) (.setStrength strength)))
(show (sort c ["b" "A" "a" "B" "_" "1" "é" "e" "E" "z" "Z" "ä" "#" "10" "2"]) (sort c ["resume" "résumé" "Resume" "resumes" "co-op" "coop" "co op" "CO-OP"])
      (apply str (sort c (map str "!\"#%&'()*+,./:;<=>?@[]^_`{|}~$0aBcDé"))) (.getStrength c) (.equals (at Collator/PRIMARY) "a" "Á") (.equals (at Collator/SECONDARY) "a" "A"))
(doseq [[a b] [["a b" "ab"] ["ab" "aB"] ["a-b" "ab"] ["resume" "résumé"] ["cote" "côté"] ["coté" "côte"] ["AB" "aC"] ["ß" "ss"] ["æ" "ae"] ["z" "å"] ["" "a"] ["x2" "x10"] ["a" "a"]]]
  (println a b (map #(.compare (at %) a b) [Collator/PRIMARY Collator/SECONDARY Collator/TERTIARY])))
(defn bounds [b s] (.setText b s) (vec (cons (.first b) (take-while #(not= % BreakIterator/DONE) (repeatedly #(.next b))))))
(doseq [s ["Hello, big world." "don't stop 3.14 a_b $5.00 50%" "One. Two! Three? five... Six" "Mr. Smith went. He (really) did." "" "a" "x,y 1,000.5 AT&T" "été ño" "What?! Yes. 3.5 is. ok"]]
  (println (pr-str s) (bounds (BreakIterator/getWordInstance) s) (bounds (BreakIterator/getSentenceInstance) s) (bounds (BreakIterator/getLineInstance) s) (bounds (BreakIterator/getCharacterInstance) s)))
(let [b (doto (BreakIterator/getWordInstance Locale/US) (.setText "ab cd ef"))]
  (show (.following b 3) (.preceding b 3) (.isBoundary b 2) (.isBoundary b 1) (.last b) (.previous b) (.current b) (.next b 2) (.first b) (.previous b)))
(let [i (StringCharacterIterator. "abc")]
  (show (.first i) (.next i) (.current i) (.getIndex i) (.next i) (= (.next i) CharacterIterator/DONE) (.previous i) (.last i) (.getEndIndex i) (.getBeginIndex i) (.setIndex i 1) (.setIndex i 9)
        (.setText i "xy") (.current i) (= (StringCharacterIterator. "a") (StringCharacterIterator. "a")) (.current (StringCharacterIterator. "hello" 1 4 2))
        (apply str (loop [it (StringCharacterIterator. "loop") c (.first it) out []] (if (= c CharacterIterator/DONE) out (recur it (.next it) (conj out c)))))))
(let [d (DateFormatSymbols. Locale/US)]
  (show (vec (.getEras d)) (vec (.getMonths d)) (vec (.getShortMonths d)) (vec (.getWeekdays d)) (vec (.getShortWeekdays d)) (vec (.getAmPmStrings d)) (do (.setAmPmStrings d (into-array ["a" "p"])) (vec (.getAmPmStrings d)))))
(show (str (doto (Formatter.) (.format "%d-%s" (object-array [1 "a"])) (.format "!" (object-array 0)))) (str (let [b (StringBuilder. "x")] (.format (Formatter. b) "%03d" (object-array [7])) b)))
(let [e (Currency/getInstance "EUR")]
  (show (str e) (.getSymbol e) (.getDisplayName e) (.getNumericCode e) (.getDefaultFractionDigits e) (= e (Currency/getInstance "EUR")) (str (Currency/getInstance Locale/US)) (str (Currency/getInstance Locale/JAPAN))
        (str (Currency/getInstance Locale/GERMANY)) (str (Currency/getInstance Locale/UK)) (Currency/getInstance "XXY") (.getSymbol (Currency/getInstance "CAD")) (.getDefaultFractionDigits (Currency/getInstance "JPY"))))
(show (map (fn [l] (.getDisplayName l)) [Locale/FRANCE Locale/US Locale/JAPAN (Locale. "es") Locale/ROOT (Locale. "xx" "YY")]) (.getDisplayCountry Locale/ITALY))
(show (sort String/CASE_INSENSITIVE_ORDER ["b" "A" "C" "a"]))
;; Numbers: what a double really is decides where its text is half way; exponents in steps.
(doseq [p ["0.###" "0.0" "0.00" "#"] x [1234567.8915 0.125 2.5 3.5 1.005 0.285 -0.05 2.675 0.615]] (println p x (.format (DecimalFormat. p) x)))
(doseq [p ["##0.##E0" "##0.#####E0" "0.###E0" "00.##E0" "#.##E0" "##0E0" "#00.0E00" "0.00E0"] x [0 1 12 123 1234 12345 123456 999999 0.00012 -5.5 1.0E10]] (println p x (.format (DecimalFormat. p) x)))
(doseq [x [0.285 0.145 0.005 1.255]] (println x (.format (NumberFormat/getPercentInstance) x) (.format (DecimalFormat. "#.#%") x)))
(doseq [p ["#.##" "#.#%" "###.###" ".##" "#" "#,###.#" "#.0" ".00" "##.##" "0.#" "$#.##"] x [0 0.25 1.5 12 0.005 -0.25]] (println p x (.format (DecimalFormat. p) x)))

; What a refused token uses up, functions that are nil, a queue that refuses an element; rarer members of numbers, texts and dates.
(import '(java.util HashMap Locale PriorityQueue Scanner TreeMap) '(java.util.concurrent ConcurrentHashMap ConcurrentSkipListMap ConcurrentSkipListSet)
        '(java.time LocalDate LocalDateTime Year YearMonth ZoneId ZoneOffset ZonedDateTime) 'java.time.chrono.IsoEra
        '(java.time.format DateTimeFormatter TextStyle) '(java.time.temporal ChronoField ChronoUnit))

(defmacro try-all [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form)
                          (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))))

(println "scanners")
(let [s (Scanner. "12  abc  x y\n")]
  (try-all (.nextInt s) (.nextInt s) (.nextLine s)))
(let [s (Scanner. "a   b  ")]
  (try-all (.next s) (.next s "x") (.findInLine s ".") (.next s) (.hasNext s) (.nextLine s)))
(try-all (mapv #(.group %) (iterator-seq (.iterator (.findAll (Scanner. "a1b22") "[0-9]+")))) (str (.locale (.useLocale (Scanner. "") Locale/GERMANY)))
         (.ioException (Scanner. "")) (.useLocale (Scanner. "") nil))

(println "maps")
(doseq [m [(HashMap. {1 2}) (TreeMap. {1 2}) (ConcurrentHashMap. {1 2}) (ConcurrentSkipListMap. {1 2})]]
  (try-all (.computeIfAbsent m 1 nil) (.computeIfAbsent m 3 nil) (.computeIfPresent m 3 nil) (.compute m 1 nil) (.merge m 1 2 nil) (.merge m 3 nil nil) (str m)))
(try-all (.containsValue (ConcurrentSkipListMap. {1 2}) nil) (str (.clone (ConcurrentSkipListMap. {1 2}))) (str (.clone (ConcurrentSkipListSet. [1 2]))))
(let [q (PriorityQueue. [5 2 8])]
  (try-all (.add q "s") (str q) (.size q) (.add q 1) (str q)))

(println "numbers and texts")
(try-all (Byte/compareUnsigned 1 -2) (Byte/compareUnsigned -1 1) (Short/compareUnsigned 1 -2) (Math/multiplyFull 2147483647 2147483647)
         (StrictMath/multiplyFull -3 4) (Float/toHexString 1.5) (Float/toHexString Float/MIN_VALUE) (Float/toHexString 1.0E-40) (Float/toHexString 0.0)
         (Float/toHexString Float/MIN_NORMAL) (Float/toHexString Float/MAX_VALUE) (Float/toHexString Float/NaN)
         (.toLowerCase "TITLE İ" (Locale. "tr")) (.toUpperCase "title ı" (Locale. "tr" "TR")) (.toUpperCase "title" (Locale. "az")) (.toLowerCase "TITLE" (Locale. "de"))
         (.toLowerCase "TITLE" Locale/ROOT) (.toUpperCase "a" nil))
(sort (.thenComparingDouble (java.util.Comparator/comparing (reify java.util.function.Function (apply [_ x] (count x))))
                            (reify java.util.function.ToDoubleFunction (applyAsDouble [_ x] (- (double (int (first x))))))) ["b" "a" "cc"])

(println "eras")
(let [d (LocalDate/of 2024 2 29)]
  (try-all (str (.getEra d)) (str (.getEra (LocalDate/of 0 1 1))) (.getValue IsoEra/CE) (IsoEra/of 2) (.getDisplayName IsoEra/BCE TextStyle/FULL Locale/US)
           (.getDisplayName IsoEra/CE TextStyle/SHORT Locale/US) (.get IsoEra/CE ChronoField/ERA) (.get IsoEra/CE ChronoField/YEAR) (map str (IsoEra/values))
           (str (.with d IsoEra/BCE)) (.plus d 1 ChronoUnit/ERAS) (str (.minus d 1 ChronoUnit/ERAS)) (str (.plus d 0 ChronoUnit/ERAS)) (.minus d 2 ChronoUnit/ERAS)
           (str (.minus (LocalDateTime/of 2024 1 1 1 1) 1 ChronoUnit/ERAS)) (.plus (LocalDateTime/of 2024 1 1 1 1) 1 ChronoUnit/ERAS)
           (str (.minus (ZonedDateTime/of 2024 1 1 1 1 0 0 ZoneOffset/UTC) 1 ChronoUnit/ERAS)) (str (.minus (YearMonth/of 2024 1) 1 ChronoUnit/ERAS))
           (str (.minus (Year/of 2024) 1 ChronoUnit/ERAS)) (.plus d 1 ChronoUnit/FOREVER)))

(println "names of zones in summer and winter")
(doseq [id ["Europe/Paris" "America/New_York" "Asia/Tokyo" "Europe/London" "Australia/Sydney" "Africa/Nairobi" "UTC" "Pacific/Honolulu" "Asia/Kolkata"]]
  (println id (.getDisplayName (ZoneId/of id) TextStyle/FULL Locale/US) (.getDisplayName (ZoneId/of id) TextStyle/SHORT Locale/US)
           (.format (ZonedDateTime/of 2024 7 1 0 0 0 0 (ZoneId/of id)) (DateTimeFormatter/ofPattern "v vvvv"))))
(try-all (.getDisplayName (ZoneOffset/of "+01:00") TextStyle/FULL Locale/US) (DateTimeFormatter/ofPattern "vv"))

(println "a module in a cast")
(try-all (+ 1 (.toPath (java.io.File. "a"))))

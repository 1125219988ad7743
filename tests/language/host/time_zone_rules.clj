;; Offsets and transitions of zones through two centuries.
(import '(java.time LocalDateTime ZoneId ZoneOffset))

(let [zones ["America/New_York" "Australia/Lord_Howe" "Pacific/Apia"]]
  (doseq [z zones
          :let [rules (.getRules (ZoneId/of z))]
          y [1890 1945 1985 2011 2024 2120]
          m [1 7]]
    (let [i (.toInstant (LocalDateTime/of y m 15 12 0) ZoneOffset/UTC)]
      (println z y m (str (.getOffset rules i)) (str (.getStandardOffset rules i)) (.isDaylightSavings rules i)
               (str (.nextTransition rules i)) (str (.previousTransition rules i))))))

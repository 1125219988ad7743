;; Surrogate pairs and their halves, as patterns of single units and of code points see them; repetitions of nothing.
(defmacro show [& expressions]
  `(do
     ~@(for [e expressions]
         `(println (pr-str '~e) "=>"
                   (try (pr-str ~e)
                        (catch Throwable t#
                          (let [message# (when-not (instance? NullPointerException t#) (.getMessage t#))
                                end# (when message# (.indexOf message# " ("))]
                            (str (.getName (class t#)) ": "
                                 (if (and end# (pos? end#)) (subs message# 0 end#) message#)))))))))

(require '[clojure.string :as str])

(show
 (re-seq #"" "a😀b")
 (re-seq #"x*" "a😀b")
 (re-seq #"." "a😀b")
 (re-seq #"\b" "a😀b")
 (map int (str/replace "a😀b" #"" "-"))
 (map int (str/replace "a😀b" #"x?" "-"))
 (map int (str/replace "a😀b" #"(?=b)" "-"))
 (map int (str/replace "😀😀" #"(?!b)" "-"))
 (map int (str/replace "😀😀" #"(?<!b)" "-"))
 (map int (str/replace-first "😀😀" #"(?<!^)" "-"))
 (let [m (re-matcher #"" "😀")] [(.find m) (.start m) (.find m) (.start m) (.find m)  (.start m) (.find m)])
 (let [m (re-matcher #"^|$" "😀")] [(.find m) (.start m) (.find m) (.start m) (.find m)])
 (let [m (re-matcher #"." "😀")] [(.find m 1) (.start m)])
 (let [m (re-matcher #"[^a]" "😀")] [(.find m 1) (.start m)])
 (map int (re-seq #"[^a]" "a"))
 (mapv (fn [m] (mapv int m)) (re-seq #"." (str "a" (char 0xD83D) "b" (char 0xDE00))))
 (count (re-seq #"[^a]*?" "😀😀"))
 (count (re-seq #"\D{0}" "a😀"))
 (mapv (fn [m] (mapv int m)) (re-seq #"(?=.)|." "😀"))
 (let [m (re-matcher #".+" "a😀b")] (.region m 2 4) [(.find m) (.start m) (.end m)])
 (let [m (re-matcher #".+" "a😀b")] (.region m 0 2) [(.find m) (.start m) (.end m)])
 (re-find #"(?i)É" "é😀")
 (map int (str/replace "😀" #"\p{L}*" "-"))
 (map int (str/replace (str (char 0xDE00) "x") #"[^y]" "-"))
 (map (partial mapv int) (str/split "a😀b" #""))
 (.split "a{b" "{1=")
 (re-seq #"{2}" "ab")
 (re-seq #"{2}a" "ab")
 (re-seq #"b|{2}a" "ab")
 (re-pattern "{a}")
 (re-pattern "a|{a}")
 (re-pattern "({a})")
 (re-pattern "({1})")
 (re-pattern "(?:{1,2}a)")
 (re-pattern "{1,")
 (re-pattern "^{2}")
 (re-pattern "*")
 (re-pattern "a**")
 (re-pattern "a{1}{")
 (re-pattern "a{1}{x"))

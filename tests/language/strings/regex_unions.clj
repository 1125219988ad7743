; Unions of classes whose parts have characters in common: each is one character, found once.
(defn long-text [n] (apply str (take n (cycle "ab!c-"))))
(println (mapv (fn [re] [(re-find re (long-text 200)) (re-find re (str (long-text 200) "x"))])
               [#"^[a-z[^m-p]]+?\b\+?\bx$" #"^(?:[a-m[^xyz]])+$" #"^[\w[^x]]*\d" #"^[a-z&é&[^m-p]]+?_" #"^[[^a][^b]]+_"]))
(println (map count (re-seq #"[a-c[^b-z]]+" "abcxyzABC-ab")) (re-seq #"[^a[^b]]+" "aabbcc") (re-matches #"[a[^a]]+" "🙂xé")
         (count (clojure.string/split (long-text 100) #"[a-b[^a-c!]]+?")) (re-find #"(?<=[a-c[^x-z]])!" "ab!"))

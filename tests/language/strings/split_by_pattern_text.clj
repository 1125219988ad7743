; String.split, with patterns that are one character and others.
(doseq [s ["a,b,c" "" "," ",," "a,,b,," ",a" "abc" "a, b" "é,ü,日本" "a.b.c" "x|y" "a\\b" "a\tb"] p ["," "\\." "." "\\|" "|" "b" "\\\\" "\t" " " "é" "ab" "" "\\s" "[,]" "$" "\\$"] l [nil 1 2 -1]]
  (println (pr-str s p l) (try (pr-str (vec (if l (.split ^String s ^String p (int l)) (.split ^String s ^String p)))) (catch Throwable e (class e)))))
(println (try (.split "a" nil) (catch Throwable e (class e))) (class (.split "a,b" ",")))

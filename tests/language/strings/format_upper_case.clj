; What %S, %C and the like make of characters whose upper case is several, or none.
(doseq [text ["ﬁ" "ﬂag" "ßß" "ŉ" "ǰ" "ΐ" "ΰ" "և" "ẖ" "ẚ" "ﬀ" "ﬃ" "ﬅ" "ﬓ" "ﬗ" "é" "ÿ" "µ" "ı" "ǆ" "ǅ" "😀" "𐐨" "aﬁb"]]
  (println (format "%S|%5S|%-5S|%.1S|%s" text text text text text) (count (format "%S" text))))
(println (format "%C%C%C" \ß \é \ŉ) (format "%S %S %S %B %H" :kw 'sym nil true "hi") (format "%S" [1 "ﬁ" :k]))

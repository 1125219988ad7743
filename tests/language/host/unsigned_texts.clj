; What parseUnsignedInt and parseUnsignedLong say of texts that are no number or too long.
(defn parsed [f & args] (try (apply f args) (catch NumberFormatException e (ex-message e))))
(doseq [text ["1777777777777777777777" "4294967296" "4294967295" "-1" "" "x" "+5" "12345678901x" "99999999999999999999"
              "18446744073709551615" "18446744073709551616" "xxxxxxxxxxxxxxxxxxxxx" "1234567890123456789x"
              "99999999999999999999999999999999999" "+9223372036854775808" "12345678901234567890"]]
  (println (pr-str text) (parsed #(Integer/parseUnsignedInt %) text) "|" (parsed #(Long/parseUnsignedLong %) text)))
(doseq [[text radix] [["99999999999999999999" 16] ["9999999999" 16] ["zzzzzzzzzzzz" 16] ["ffffffff" 16] ["1ffffffff" 16] ["zz" 36]]]
  (println (pr-str text) radix (parsed #(Integer/parseUnsignedInt %1 (int %2)) text radix) "|"
           (parsed #(Long/parseUnsignedLong %1 (int %2)) text radix)))

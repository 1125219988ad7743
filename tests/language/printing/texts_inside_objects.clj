; What toString prints inside of #object[…] follows the print that asks for it.
(defn bare [text] (.replaceAll text "0x[0-9a-f]+" "0x"))

(doseq [x [(java.util.ArrayList. [["a"] \b "c"]) (java.util.LinkedList. [["a"]]) (java.util.HashMap. {:a ["b" \c]}) (java.util.HashSet. [["a"]])
           (java.util.Optional/of ["a"]) (atom ["a" \b]) (delay ["a"]) (ref "a") (volatile! ["a"]) (reduced ["a"]) (object-array 0)
           (java.util.AbstractMap$SimpleEntry. ["a"] \b) (reify Object (toString [_] (str ["a" \b])))]
        print-it [print-str pr-str str println-str]]
  (let [text (bare (print-it x))]
    (println (.replaceAll text "@[0-9a-f]+|__\\d+|eval\\d+|\\$reify" ""))))
(binding [*print-readably* false] (println (str ["a" \b]) (str {:a "b"}) (pr-str ["a"]) (format "%s" ["a"])))
(binding [*print-length* 1] (println (str [1 2]) (bare (print-str (java.util.ArrayList. [[1 2] [3 4]])))))

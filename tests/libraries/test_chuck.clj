;; test.chuck's parser and generators of regular expressions.
(ns test-chuck-test
  (:require [clojure.test.check.generators :as gen] [clojure.test.check.random :as random] [clojure.test.check.rose-tree :as rose]
            [com.gfredericks.test.chuck.regexes :as regexes]))
(defn sample [g seed] (rose/root (gen/call-gen g (random/make-random seed) 20)))
(doseq [text ["abc" "a|b" "a*b+c?" "[a-c&&[^b]]" "\\d{2,4}" "(x|y)z" "a{3}" "\\p{Alpha}" "[[a-z]&&[aeiou]]" "." "\\Qa.b\\E" "[^\\w]" "\\x41\\u0042\\0103" "x{1,}" "(?:a)" "a(?=b)" "(" "[z-a]"]]
  (println text (try (let [parsed (regexes/parse text)] [(:type parsed) (keys parsed)]) (catch Exception e [(.getSimpleName (class e)) (:type (ex-data e))]))))
(doseq [text ["abc" "a|b" "a*b+c?" "\\d{2,4}" "(x|y)z" "[A-F0-9]{4}-[a-c]+"]]
  (let [re (re-pattern text) g (regexes/gen-string-from-regex re)]
    (println text (mapv #(sample g %) (range 4)) (every? #(re-matches re (sample g %)) (range 20)))))

;; The numeric tower: every operation over every pair of kinds and signs.


(def samples [0 1 -1 7 -7 2 -3 9223372036854775807 0N 5N -12345678901234567890N 1/2 -7/3 0.0 -0.0 1.5 -2.5 0M 1.50M -7.25M ##Inf])

(defn outcome [f & arguments]
  (try (let [v (apply f arguments)] (if (number? v) [v (.getSimpleName (class v))] v))
       (catch Throwable t (str (.getSimpleName (class t)) ": " (.getMessage t)))))

(doseq [[name f] [["+" +] ["-" -] ["*" *] ["/" /] ["quot" quot] ["rem" rem] ["mod" mod] ["max" max] ["min" min] ["<" <] ["==" ==] ["=" =] ["compare" (comp long compare)]
                  ["+'" +'] ["-'" -'] ["*'" *']]]
  (println name)
  (doseq [a samples]
    (println " " a (mapv #(outcome f a %) samples))))

(doseq [[name f] [["-" -] ["/" /] ["inc" inc] ["dec" dec] ["inc'" inc'] ["dec'" dec'] ["-'" -'] ["abs" abs] ["zero?" zero?] ["pos?" pos?] ["neg?" neg?] ["rationalize" rationalize]
                  ["bigint" bigint] ["biginteger" biginteger] ["bigdec" bigdec] ["long" long] ["double" double] ["float" float]
                  ["hash" (comp long hash)] ["str" str] ["even?" even?] ["odd?" odd?] ["integer?" integer?] ["rational?" rational?] ["num" num]
                  ["unchecked-long" unchecked-long] ["unchecked-int" unchecked-int] ["unchecked-short" unchecked-short] ["unchecked-byte" unchecked-byte] ["unchecked-negate" unchecked-negate]
                  ["bit-not" bit-not] ["boolean" boolean] ["numerator" numerator] ["denominator" denominator]]]
  (println name (mapv #(outcome f %) samples)))

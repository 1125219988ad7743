;; What java.util.Scanner takes for a number: groups of three, signs, radixes, fractions; and what it says of the others.
(import '(java.util Scanner))

(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println '~form "=>" (try (pr-str ~form) (catch Throwable e# [(class e#) (ex-message e#)]))))))

(def kinds
  [[#(.hasNextByte %) #(.nextByte %)] [#(.hasNextShort %) #(.nextShort %)] [#(.hasNextInt %) #(.nextInt %)]
   [#(.hasNextLong %) #(.nextLong %)] [#(.hasNextBigInteger %) #(.nextBigInteger %)] [#(.hasNextFloat %) #(.nextFloat %)]
   [#(.hasNextDouble %) #(.nextDouble %)] [#(.hasNextBigDecimal %) #(.nextBigDecimal %)]
   [#(.hasNextInt % 16) #(.nextInt % 16)] [#(.hasNextLong % 2) #(.nextLong % 2)]])
(doseq [text ["7" "12,345" "12,345,678" "12345,678" "0,999" "007" "1,2" ",5" "5," "-4,321" "+4,321" "+-3" "88,888,888,888"
              "8.25" "8,008.25" "8,00.25" ".5" "-.5" "5." "." "6e3" "6e" "6,000e-2" "1e999" "0x1p4" "0x1.4p4" "0x.8" "2d" "NaN" "-Infinity"
              "Inf" "1.2.3" "1_000" "9L" "beef" "1,cab" "101" "1,000" "200" "x" ""]]
  (print (pr-str text))
  (doseq [[ready? take-it] kinds]
    (let [scanner (Scanner. text)]
      (print " |" (ready? scanner) (try (take-it scanner) (catch Exception e (str (.getSimpleName (class e)) (ex-message e)))))))
  (println))

(let [s (Scanner. "z 12 10 0,5")]
  (show (.radix s) (.hasNextInt s) (.radix (.useRadix s 36)) (.nextInt s) (.nextInt s 3) (.useRadix s 1) (.useRadix s 37) (.nextInt s 1)
        (.nextBigInteger (.useRadix s 2)) (.radix (.useDelimiter s "[ ,]")) (.radix (.reset s)) (str (.delimiter s)) (.hasNextInt s)
        (.next s) (.hasNextInt s)))
(let [s (.useDelimiter (Scanner. "1,5;2,000;-1.5") ";")]
  (show (.hasNextDouble s) (.next s) (.nextInt s) (.nextFloat s) (.hasNextFloat s)))

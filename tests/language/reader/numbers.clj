; Every way to write a number.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(show 0 -0 +7 42 -42 007 010 0x1F 0Xff -0xAB 2r1011 8r17 16rCAFE 36rZZ 36rzz -2r101)
(show 9223372036854775807 -9223372036854775808 9223372036854775808 -9223372036854775809
      0x7fffffffffffffff 0x8000000000000000 -0x8000000000000000 0xFFFFFFFFFFFFFFFFFF
      12N -12N 0N 0x10N 010N 123456789012345678901234567890)
(show 1.0 -1.0 1. 1e3 1E3 1e-3 1.5e10 1e21 1e22 123456.789 0.1)
(show 1M 1.0M -1.50M 1e3M 1E-10M 0.000M 123456789012345678901234567890.123M)
(show 1/2 -1/2 4/2 6/4 0/5 10/5 1/123456789012345678901 +3/4)
(show ##Inf ##-Inf ##NaN)
(show (read-string "1/0") (read-string "1a") (read-string "08") (read-string "1.2.3") (read-string "0x")
      (read-string "2r2") (read-string "37r1") (read-string "1e") (read-string "1/2/3") (read-string "1N2") (read-string "--1")
      (read-string "1/-2") (read-string "1.5N") (read-string "1/2M"))
(show (class 1) (class 1N) (class 1M) (class 1.0) (class 1/2) (class 4/2) (class 9223372036854775808) (class 0xFFFFFFFFFFFFFFFF))
(show [1 +1 -1] '(- 1) '(+ 1) '-a '+a '+ '-)

; format and printf.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(show (format "%d" 5) (format "%5d|" 5) (format "%-5d|" 5) (format "%05d" 42) (format "%+d" 5) (format "%,d" 1234567) (format "%(d" -5) (format "% d" 5) (format "%x" 255) (format "%X" 255) (format "%#x" 255) (format "%o" 8) (format "%x" -1) (format "%d" 100000000000000000000) (format "%x" 100000000000000000000N) (format "%d" 5N))
(show (format "%s" "a") (format "%10s|" "abc") (format "%-10s|" "abc") (format "%.2s" "abc") (format "%S" "abc") (format "%s" nil) (format "%s" :k) (format "%s" [1 "a"]) (format "%s %s" 1 2) (format "%2$s %1$s" "a" "b") (format "%s %<s" "a") (format "%%") (format "%n") (format "%c" \a) (format "%c" 97) (format "%C" \a) (format "%b" nil) (format "%b" 1) (format "%B" true) (format "%h" "abc") (format "%10.3s|" "abcdef"))
(show (format "%f" 1.5) (format "%.2f" 1.005) (format "%.0f" 2.5) (format "%.0f" 1.5) (format "%10.3f|" 3.14159) (format "%-10.1f|" 3.14159) (format "%010.2f" -3.14159) (format "%+.1f" 1.0) (format "%,.2f" 1234567.891) (format "%e" 12345.678) (format "%.2e" 0.00012345) (format "%E" 1.0) (format "%g" 12345.678) (format "%g" 0.0001) (format "%g" 1e10) (format "%.3g" 1e-5) (format "%f" 1M) (format "%.3f" 1.23456M) (format "%f" ##Inf) (format "%f" ##NaN) (format "%.1f" 0.25) (format "%.1f" 0.35) (format "%a" 1.0) (format "%f" (float 0.1)) (format "%.3f" 1e20) (format "%(.2f" -1.5))
(show (format "%d" 1.5) (format "%d" "a") (format "%f" 1) (format "%f" 1/2) (format "%c" "a") (format "%q" 1) (format "%s") (format "%d %d" 1) (format "%5") (format "%-d" 1) (format "%#d" 1) (format "%,x" 1) (format "%.2d" 1) (format "abc" 1 2) (format "%s%s" 1 2 3) (format "%x" 1.0) (format "%05s" "a") (format "%3$s" 1 2) (format "%c" 1114112) (format "%e" 1))
(printf "%s-%d%n" "a" 5) (printf "%5.2f|%-4s|%04d\n" 3.14159 "ab" 7)
(println (format "%-10s|%5s|%05d" "name" "x" 42))

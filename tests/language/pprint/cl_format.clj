;; The directives of cl-format.
(require '[clojure.pprint :refer [cl-format]])
(defmacro show [& forms] `(do ~@(for [f forms] `(println (pr-str '~f) "=>" (try (pr-str ~f) (catch Throwable t# (str (.getName (class t#)) ": " (pr-str (ex-message t#)))))))))
(show
 (cl-format nil "~D ~D ~D ~D" 5.0 5.5 1/2 "x") (cl-format nil "~:D ~@D ~10D|~10,'0D" 1234567 5 42 42) (cl-format nil "~,,'.,4:D" 123456789)
 (cl-format nil "~B ~O ~X ~:B ~8,'0B" 10 64 255 1000 5) (cl-format nil "~X" -255) (cl-format nil "~D" 123456789012345678901234567890) (cl-format nil "~:d" -1234)
 (cl-format nil "~3R ~36R ~16,8,'0R" 10 35 255) (cl-format nil "~R" 0) (cl-format nil "~R" 1234567) (cl-format nil "~R" -21) (cl-format nil "~R" 100) (cl-format nil "~R" 1000000) (cl-format nil "~R" 1001)
 (cl-format nil "~R" 1e10) (cl-format nil "~R" 123456789012345678901234567890N)
 (cl-format nil "~:R" 0) (cl-format nil "~:R ~:R ~:R ~:R ~:R ~:R ~:R" 1 2 3 12 20 21 100) (cl-format nil "~:R" 1001) (cl-format nil "~:R" 1000000) (cl-format nil "~:R" -5) (cl-format nil "~@R ~:@R" 1999 1999) (cl-format nil "~@R ~:@R" 4 4) (cl-format nil "~@R" 0) (cl-format nil "~@R" 4000) (cl-format nil "~@R" -1)
 (cl-format nil "~A ~S ~A ~S" "x" "x" nil nil) (cl-format nil "~10A|~10@A|~10S|" "abc" "abc" "abc") (cl-format nil "~10,3A|~10,3,2A|~10,3,2,'*A|~,,2,'*@A" "ab" "ab" "ab" "ab") (cl-format nil "~:A ~:S" nil nil)
 (cl-format nil "~P ~P ~:P" 1 2) (cl-format nil "~D dog~:P, ~D dog~:P" 1 2) (cl-format nil "~D fl~:@P ~D fl~:@P" 1 2) (cl-format nil "~@P~@P" 1 2)
 (cl-format nil "~C ~:C ~@C ~:C ~@C" \a \a \a \space \newline) (cl-format nil "~:C ~:C ~:C ~:C" (char 0) (char 7) (char 27) (char 127)) (cl-format nil "~@C" \u0001) (cl-format nil "~:C" (char 200))
 (cl-format nil "a~%b~2%c~&d~&~&e~|~~~3~") (cl-format nil "~&a") (cl-format nil "a~&") (cl-format nil "~2&a") (cl-format nil "a~2&b")
 (cl-format nil "abc~
    def") (cl-format nil "abc~:
    def") (cl-format nil "abc~@
    def")
 (cl-format nil "ab~10Tc~15Td~3,4Te") (cl-format nil "ab~3@Tc~2,8@Td") (cl-format nil "~%ab~5Tc") (cl-format nil "abcdef~3Tg") (cl-format nil "abcdef~3,0Tg")
 (cl-format nil "~A ~*~A ~:*~A ~2*~A" 1 2 3 4 5 6) (cl-format nil "~A ~A ~0@*~A ~2@*~A" 1 2 3) (cl-format nil "~A ~2:*~A" 1 2)
 (cl-format nil "~? ~A" "<~A ~A>" [1 2] 3) (cl-format nil "~@? ~A" "<~A ~A>" 1 2 3)
 (cl-format nil "~(HELLO World~) ~:(hello WORLD foo-bar~) ~@(heLLo WORLD~) ~:@(hello~)") (cl-format nil "~(~A~) ~:(~A~)" "ABC" "abc DEF") (cl-format nil "~@(  abc def~)") (cl-format nil "~:(o'neil x1y~)")
 (cl-format nil "~[zero~;one~;two~:;many~] ~[a~;b~] ~[a~;b~]|" 1 0 5) (cl-format nil "~[zero~:;other~]" 0) (cl-format nil "~:[no~;yes~] ~:[no~;yes~]" nil 1) (cl-format nil "~@[x=~A ~]~@[y=~A~]" 1 nil) (cl-format nil "~1[a~;b~] ~#[none~;one~:;more~]" 1 2) (cl-format nil "~[a~]" -1)
 (cl-format nil "~{~A~^, ~}" [1 2 3]) (cl-format nil "~{~A ~A;~}" [1 2 3 4]) (cl-format nil "~:{<~A,~A>~}" [[1 2] [3 4]]) (cl-format nil "~@{~A~^-~}" 1 2 3) (cl-format nil "~:@{<~A>~}" [1] [2 3]) (cl-format nil "~2{~A~}" [1 2 3]) (cl-format nil "~{x~}" []) (cl-format nil "~{x~:}" []) (cl-format nil "~{~}" "<~A>" [1 2]) (cl-format nil "~{~A~}" nil) (cl-format nil "~0{~A~}" [1]) (cl-format nil "~{~{~A~^ ~}~^;~}" [[1 2] [3]]) (cl-format nil "~:{~A~:^,~}" [[1] [2] [3]]) (cl-format nil "~:{~A~^ ~A~^ ~A|~}" [[1] [2 3] [4 5 6]]) (cl-format nil "~{~A~#[~; and ~:;, ~]~}" [1 2 3]) (cl-format nil "~{x~}" [1])
 (cl-format nil "a~^b") (cl-format nil "a~^b" 1) (cl-format nil "a~0^b") (cl-format nil "a~1,1^b") (cl-format nil "a~1,2^b") (cl-format nil "a~1,2,3^b") (cl-format nil "~V,'xD" 5 42) (cl-format nil "~V,VA|" 5 2 "a") (cl-format nil "~#A|" "a" 1 2) (cl-format nil "~v[a~;b~]" 1)
 (cl-format nil "~10<foo~;bar~>|") (cl-format nil "~10:<foo~>|") (cl-format nil "~10@<foo~>|") (cl-format nil "~10:@<foo~;bar~>|") (cl-format nil "~10<foo~>|") (cl-format nil "~2<foo~;bar~>|") (cl-format nil "~20,,2,'*<a~;b~;c~>|") (cl-format nil "~10,5<foo~;barbaz~>|") (cl-format nil "~%;; ~{~<~%;; ~1,30:; ~A~>~^,~}.~%" ["first" "second line" "third line here" "x"]) (cl-format nil "~10<~A~^~;~A~>|" "a")
 (cl-format nil "~W ~W" "a" [1 "b"]) (cl-format nil "~<(~;~@{~W~^ ~_~}~;)~:>" [1 2 3]) (cl-format nil "~:<~W~^ ~_~W~:>" [1 2]) (cl-format nil "~<a~:@_b~I~:_c~:>" []))
(show
 (cl-format nil "~F ~F ~F ~F ~F" 3.14 3 1/3 1e10 1e-5) (cl-format nil "~8,2F|~8,2F|~8,2@F|~,2F|~8F|~8F" 3.14159 -3.14159 3.14159 2.5 3.14159 1e10) (cl-format nil "~4,2F|~3,2F|~2,2F|~5,1,,'*F|~3,1,,'*F" 0.5 0.5 0.5 3.14 31415.9) (cl-format nil "~,0F ~,0F ~,0F ~,1F" 2.5 0.4 3.6 0.05) (cl-format nil "~,2,2F" 1.2345) (cl-format nil "~,2,-2F" 123.45) (cl-format nil "~10,3,,,'0F" 3.14159) (cl-format nil "~F" 1e100) (cl-format nil "~F" "x") (cl-format nil "~5F|~5F|~3F" 123456.7 0.123456 0.001) (cl-format nil "~F" 0.0) (cl-format nil "~,3F" 0) (cl-format nil "~F" 123456789012345678901234567890M) (cl-format nil "~F" -0.5) (cl-format nil "~6,2F" 9.999) (cl-format nil "~4,0F" 9.9) (cl-format nil "~1,1F" 0.01)
 (cl-format nil "~E ~E ~E ~E" 3.14 1234.5 1e-5 0.0) (cl-format nil "~10,3E|~10,3,2E|~10,3,2,2E|~10,3,,,,'*E" 3.14159 3.14159 3.14159 3.14159) (cl-format nil "~,3E ~,3@E ~,2,3E" 12345.678 12345.678 12345.678) (cl-format nil "~E" 100) (cl-format nil "~E" -3.5) (cl-format nil "~5,2E|" 3.14e100) (cl-format nil "~5,2,,,'*E|" 3.14e100) (cl-format nil "~,,,,,,'dE" 3.14) (cl-format nil "~12,4,,,,'0E" 3.14)(cl-format nil "~E" 1/3)
 (cl-format nil "~G|~G|~G|~G" 3.14 1e10 1e-5 0.0) (cl-format nil "~10,3G|~10,3G|~10,3G" 3.14159 31415.9 3.14159e10) (cl-format nil "~G" 100)
 (cl-format nil "~$ ~$ ~$ ~$" 3.14159 2.005 100 -5.5) (cl-format nil "~3$ ~2,4$ ~2,4,10$ ~2,4,10,'*$ ~@$ ~:@$ ~2,4,10:$|~2,4,10:@$" 3.14159 3.14159 3.14159 3.14159 3.14 3.14 -3.14 3.14) (cl-format nil "~$" 0.005) (cl-format nil "~$" 1/3) (cl-format nil "~$" "x"))
(show (cl-format nil "~Z" 1) (cl-format nil "~A") (cl-format nil "abc ~(x") (cl-format nil "~:@D~{x" 1) (cl-format nil "~@%") (cl-format nil "~1,2,3%") (cl-format nil "~'") (cl-format nil "~R" "x") (cl-format nil "~C" 1) (cl-format nil "~[a~;b~]" "x") (cl-format nil "~xD" 1) (cl-format nil "~'aA" 1) (cl-format nil "~1[a~:;b~;c~]")
 (with-out-str (cl-format true "~A~%" 1)) (cl-format true "") (let [w (java.io.StringWriter.)] [(cl-format w "~A" 1) (str w)]) ((clojure.pprint/formatter "~A-~A") nil 1 2) (with-out-str ((clojure.pprint/formatter-out "~A-~A") 1 2)) (with-out-str (clojure.pprint/fresh-line)) (clojure.pprint/pprint-tab :line 1 1) (binding [clojure.pprint/*print-base* 2 clojure.pprint/*print-radix* true] [(cl-format nil "~A ~S" 5 5) (with-out-str (clojure.pprint/pprint [5 10]))]) (binding [clojure.pprint/*print-base* 16] (with-out-str (clojure.pprint/pprint [255 10.5 1/3])))  (binding [clojure.pprint/*print-radix* true] (with-out-str (clojure.pprint/pprint [255 10.5 1/3]))) (clojure.pprint/write [1 2] :stream nil) (clojure.pprint/write 10 :stream nil :base 16 :radix true) (clojure.pprint/pprint-newline :foo) (clojure.pprint/pprint-indent :foo 1))

;; The first letter and ASCII's letters behind others are capitalized.
(doseq [text ["é" "éa bé" "ü x" "ÉA" "àÀb" "1a -b" "日本 a" ""]]
  (prn (clojure.pprint/cl-format nil "~:(~a~) ~@(~a~)" text text) (clojure.pprint/cl-format nil "~:(~a~)" text)))

(import '(java.io PushbackReader StringReader))
(let [r (PushbackReader. (StringReader. "cd") 10)]
  (.unread r (char-array "ab"))
  (prn (char (.read r)))
  (.unread r (char-array "xyza") 2 2)
  (prn (apply str (map char (take-while (complement neg?) (repeatedly #(.read r))))))
  (.unread r -1)
  (prn (.read r) (.read r)))
(prn (try (.unread (PushbackReader. (StringReader. "") 10) (char-array 2) 1 5) (catch IndexOutOfBoundsException e :range)))

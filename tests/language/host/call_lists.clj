;; (. target (method args…)): the list alone is the call; what stands after it is not read.
(def text "abc")
(println (. text (substring 1) 7 8) (. text (toUpperCase) extra) (. String (valueOf 1) 7) (. text (length)))
(println (str (. (StringBuilder. "x") (append "a") (no-such-function))))

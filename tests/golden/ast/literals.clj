1
"a"
nil
:a/b
[1 [2 :a] {"x" #{1}}]
[1 (identity 2)]
{:a (identity 1) :b 2}
#{(identity 1)}
'(a b)
^{:doc "d"} [1]
^{:a (identity 1)} {:b 2}
()

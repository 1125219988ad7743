;; Surrogate pairs, the bytes of a character, ideographs.
(println (Character/isSurrogatePair (char 0xd83d) (char 0xde00)) (Character/isSurrogatePair \a (char 0xde00)))
(println (int (Character/reverseBytes (char 0x1234))) (int (Character/reverseBytes \a)))
(println (filterv (fn [n] (Character/isIdeographic (int n)))
                  [0x61 0x3005 0x3006 0x3007 0x3042 0x3029 0x4dbf 0x4dc0 0x4e00 0x9ffc 0x9ffd 0xac00 0xfa6e 0xfa70 0x17000 0x20000 0x2a6dd 0x2a6de 0x3134a]))

;; Fields of Clojure's own classes that libraries read, and RT/findKey.
(import '(clojure.lang RT Compiler LispReader Reflector))
(prn RT/LOADER_SUFFIX (count RT/DEFAULT_IMPORTS) (get RT/DEFAULT_IMPORTS 'String) (class RT/DEFAULT_IMPORTS) RT/SUPPRESS_READ)
(prn [LispReader/OPT_EOF LispReader/OPT_FEATURES LispReader/OPT_READ_COND LispReader/COND_ALLOW LispReader/COND_PRESERVE LispReader/EOFTHROW])
(prn (count Compiler/DEMUNGE_MAP) (get Compiler/DEMUNGE_MAP "_BANG_") (into (sorted-map) Compiler/DEMUNGE_MAP) (class (get Compiler/DEMUNGE_MAP "_BANG_")) (into (sorted-map) Compiler/CHAR_MAP))
(prn [Compiler/directLinkingKey Compiler/disableLocalsClearingKey Compiler/elideMetaKey])
(prn (RT/findKey :b '(:a 1 :b 2)) (RT/findKey :z '(:a 1 :b 2)) (RT/findKey :a nil))
(prn (Reflector/invokeInstanceMember "length" "abc" (object-array 0)) (try (Reflector/invokeInstanceMember "abc" "length") (catch Throwable e (class e))))

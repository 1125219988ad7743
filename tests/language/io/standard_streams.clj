;; System/in, out and err are one object each, until a program gives others.
(println (identical? System/in System/in) (= System/out System/out) (identical? System/err System/err) (identical? System/out System/err))
(let [out System/out bytes (java.io.ByteArrayOutputStream.)]
  (System/setOut (java.io.PrintStream. bytes true))
  (println (identical? out System/out) (identical? System/out System/out))
  (.print System/out "kept")
  (System/setOut out)
  (println (identical? out System/out) (str bytes)))
(println ({System/in :in System/out :out} System/in))

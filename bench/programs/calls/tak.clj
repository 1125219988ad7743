; Takeuchi's function: nested calls of three arguments.
(ns bench.tak)

(defn tak [x y z]
  (if (< y x)
    (tak (tak (dec x) y z) (tak (dec y) z x) (tak (dec z) x y))
    z))

(defn run [] (tak 24 16 8))

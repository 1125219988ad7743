;; What a proxy of a Writer gets from the printing functions: each value, the blank between two, and the end of the line.
(defn recorder []
  (let [seen (atom [])]
    [seen (proxy [java.io.Writer] []
            (write
              ([x] (swap! seen conj (if (integer? x) (int x) (str x))))
              ([x from n] (swap! seen conj [:part (if (string? x) (subs x from (+ from n)) (String. x from n))])))
            (flush [] (swap! seen conj :flush))
            (close []))]))

(defmacro recorded [& body]
  `(let [[seen# w#] (recorder)]
     (binding [*out* w#] ~@body)
     (prn '~@body @seen#)))

(recorded (print 1))
(recorded (print 1 2))
(recorded (println 1 2))
(recorded (print "ab" "cd"))
(recorded (println "x"))
(recorded (println))
(recorded (newline))
(recorded (prn 'a))
(recorded (pr :a 'b nil 1.5 true))
(recorded (printf "%d-%s" 1 "x"))
(recorded (flush))
(recorded (binding [*flush-on-newline* false] (println 1 2)))

;; One that marks what it gets.
(let [out (java.io.StringWriter.)
      w (proxy [java.io.Writer] [] (write [x] (.write out (str "<" (if (integer? x) (char x) x) ">"))) (flush []) (close []))]
  (binding [*out* w]
    (print "a" 1 :b)
    (println "c"))
  (prn (str out)))

;; One that prints to itself, as deep as it is told.
(let [out (java.io.StringWriter.)
      depth (atom 0)
      me (atom nil)
      w (proxy [java.io.Writer] []
          (write [x]
            (if (< (swap! depth inc) 3)
              (binding [*out* @me] (print x x))
              (.write out (str x)))
            (swap! depth dec))
          (flush [])
          (close []))]
  (reset! me w)
  (binding [*out* w] (print "a" "b"))
  (prn (str out)))

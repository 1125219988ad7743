; An empty list groups no constants, so that its clause is never chosen; other empty collections are constants.
(defn chosen [x]
  [(case x [] :vector :none)
   (case x () :list [1] :vector :none)
   (case x [] :vector () :list :none)
   (case x #{} :set {} :map [] :vector :none)
   (case x ([] #{}) :either {} :map :none)
   (case x (()) :empty :none)
   (case x [()] :nested :none)])
(doseq [x [[] () #{} {} nil [()] [[]] '(()) 1]]
  (prn x (chosen x)))
(prn (try (case 1 [] 2) (catch IllegalArgumentException e (ex-message e))))
(prn (try (eval '(case 1 [] (nope 1) 3)) (catch Exception e (ex-message (ex-cause e)))))

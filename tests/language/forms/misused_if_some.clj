; What if-some, when-some and when-first say of calls of the wrong shape: they have no specs, unlike if-let.
(doseq [form '[(if-some [a 1] 2 3 4) (if-some (a 1) 2 3 4) (if-some (a 1) 2) (if-some (a 1) 2 3) (if-some [a 1 b 2] 2 3 4)
               (if-some [a 1 b 2] 2) (if-some [a] 2 3 4) (if-some [a] 2) (when-some (a 1)) (when-some [a 1 b]) (when-some [])
               (when-first [a 1 b]) (when-first (a) 1) (some-> nil (if-some [a 1] 2 3))]]
  (println form "=>" (try (eval form)
                          (catch Throwable e
                            (let [e (or (ex-cause e) e)]
                              [(.getName (class e)) (first (.split (ex-message e) " in user"))])))))

;; A record literal refuses what is no keyword as a key.
(defrecord Point [x])
(doseq [text ["#user.Point{:x 1}" "#user.Point{nil 1}" "#user.Point{:x 1 nil 2}" "#user.Point{\"x\" 1}" "#user.Point{1 1}" "#user.Point{}"]]
  (println text "=>" (try (pr-str (read-string text)) (catch Throwable e (str (class e) (when-not (instance? NullPointerException e) (.getMessage e)))))))

;; clojure.instant: reading points in time.

(ns clojure.instant
  "Reads instants as #inst does.")

(defn read-instant-date
  "The java.util.Date of a timestamp such as 2020-01-31T12:30:00.000-00:00, of which everything
  after the year may be left out."
  [cs]
  (read-string (str "#inst " (pr-str (str cs)))))

(defn read-instant-timestamp
  "As read-instant-date."
  [cs]
  (read-instant-date cs))

;; (alias/Class. …) makes an object of the class that the bare name names.
(ns shapes.kinds)
(defrecord Disc [radius])
(deftype Box [side])

(ns shapes.main
  (:require [shapes.kinds :as kinds] [clojure.string :as text])
  (:import (shapes.kinds Disc Box)))

(prn (kinds/Disc. 3))
(prn (.-side (kinds/Box. 4)))
(prn (shapes.kinds/Disc. 5))
(prn (text/String. "any namespace does") (clojure.core/Long. 7))
(prn (map #(kinds/Disc. %) [1 2]))

(defmacro disc [r] `(kinds/Disc. ~r))
(prn (disc 6))

(prn (macroexpand-1 '(kinds/Disc. 1)))
(prn (macroexpand-1 '(text/java.util.Date. 0)))
(prn (macroexpand-1 '(nowhere/Disc. 1)))
(prn (meta (macroexpand-1 '^Disc (kinds/Disc. 1))))

(defn failure [form]
  (binding [*ns* (the-ns 'shapes.main)]
    (try (eval form) (catch Throwable e (ex-message (or (ex-cause e) e))))))
(prn (failure '(nowhere/Disc. 1)))
(prn (failure '(kinds/Sphere. 1)))

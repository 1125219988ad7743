;; A class that a form names is the class itself in what `form` gives.
(require '[clojure.spec.alpha :as s])
(prn (map class (nth (s/form (s/spec #(instance? Number %))) 2)) (class (second (s/form (s/conformer Number)))))
(prn (s/form (s/and #(instance? java.util.Date %) string?)) (s/describe (s/and #(instance? java.util.Date %))))
(s/def ::n #(instance? Number %))
(prn (s/form ::n) (s/explain-str ::n "a") (map :pred (::s/problems (s/explain-data ::n "a"))))

(ns gate.text (:require clojure.string))
(defn -main []
  (let [words (clojure.string/split (apply str (repeat 500 "the quick brown fox ")) #" ")]
    (println (count words) (get (frequencies words) "fox")
             (count (clojure.string/join "," (map clojure.string/upper-case words)))
             (count (pr-str (range 2000))))))

;; Which printing flushes a writer of the program that *out* is bound to, and writers on top of it.
(require '[clojure.pprint :as pp])
(defmacro show [form]
  `(println (try (pr-str ~form) (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))

(defn counted [body]
  (let [n (atom 0)
        text (java.io.StringWriter.)
        writer (proxy [java.io.BufferedWriter] [text]
                 (flush [] (proxy-super flush) (swap! n inc)))]
    (binding [*out* writer] (body writer))
    [@n (str text)]))

(show (counted (fn [_] (prn 1) (prn 2))))
(show (counted (fn [_] (println 1) (newline) (print 2))))
(show (counted (fn [_] (pr 1) (flush))))
(show (counted (fn [_] (prn))))
(show (counted (fn [_] (pp/pprint [1]) (pp/pprint {:a 1}))))
(show (counted (fn [w] (pp/pprint [1] w))))
(show (counted (fn [_] (binding [*flush-on-newline* nil] (prn 1) (pp/pprint 2)))))
(show (counted (fn [w] (binding [*out* (java.io.PrintWriter. w)] (prn 1)))))
(show (counted (fn [w] (binding [*out* (java.io.BufferedWriter. w)] (prn 1) (println 2)))))
(show (counted (fn [w] (.flush (java.io.BufferedWriter. w)))))
(show (counted (fn [_] (pp/print-table [{:a 1}]))))

;; close reaches a proxy, too.
(show (let [closed (atom 0)
            inner (proxy [java.io.StringWriter] [] (close [] (swap! closed inc)))]
        (.close (java.io.BufferedWriter. inner))
        @closed))

(defn code [form] (with-out-str (pp/with-pprint-dispatch pp/code-dispatch (pp/pprint form))))
(show (map code ['(ns foo) '(ns foo "doc") '(ns foo {:a 1}) '(ns foo "doc" {:a 1}) '(ns foo "doc" (:use x))]))

(ns libraries.murphy
  (:require [murphy :as m :refer [try! with-final with-open!]]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(defn res [log name fail?] (reify java.lang.AutoCloseable (close [_] (swap! log conj name) (when fail? (throw (ex-info (str "close " name) {}))))))
(show (try! 1 (finally 2)) (try! (throw (ex-info "a" {})) (catch Exception e (ex-message e))) (try (try! (throw (ex-info "body" {})) (finally (throw (ex-info "fin" {})))) (catch Exception e [(ex-message e) (map ex-message (.getSuppressed e))])) (let [log (atom [])] (with-open! [a (res log :a false) b (res log :b false)] (swap! log conj :body)) @log)
      (let [log (atom [])] (try (with-open! [a (res log :a true)] (throw (ex-info "x" {}))) (catch Exception e [(ex-message e) (map ex-message (.getSuppressed e)) @log]))) (let [log (atom [])] [(with-final [x 5 :always #(swap! log conj %) y 6 :error #(swap! log conj [:err %])] (+ x y)) @log]) (let [log (atom [])] (try (with-final [x 5 :error #(swap! log conj [:err %])] (throw (ex-info "q" {}))) (catch Exception e [(ex-message e) @log]))))

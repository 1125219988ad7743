;; nippy: values to bytes and back.
(ns nippy-test
  (:require [taoensso.nippy :as nippy]))

(defn there-and-back [x] (nippy/thaw (nippy/freeze x {:compressor nil}) {:compressor nil}))
(defrecord Point [x y])
(doseq [x [nil true false \a "text" "höhe €" :k :ns/k 'sym 'ns/sym 0 1 -1 127 128 32767 32768 2147483647 2147483648 Long/MIN_VALUE (int 5) (short 3) (byte 2) 1.5 (float 2.5) 3N
           123456789012345678901234567890N 1.10M 22/7 [] [1 2 [3]] (list 1 2) () {} {:a 1 "b" [2]} #{} #{1 2} (sorted-map :b 1 :a 2) (sorted-set 3 1 2) (range 5) (map inc [1 2])
           (vec (range 300)) (apply str (repeat 300 "x")) (conj clojure.lang.PersistentQueue/EMPTY 1 2) #uuid "00000000-0000-0000-0000-000000000001" #inst "2020-01-02" (->Point 1 2) #"a+" ]]
  (let [y (there-and-back x)]
    (println (if (instance? java.util.regex.Pattern x) (= (str x) (str y)) (= x y)) (= (class x) (class y)) (count (nippy/freeze x {:compressor nil})) (if (> (count (pr-str y)) 60) :long (pr-str y)))))
(println (vec (nippy/freeze {:a [1 "b"]} {:compressor nil})))
(println (vec (there-and-back (byte-array [1 2 3]))) (meta (there-and-back (with-meta [1] {:m 1}))))
(println (nippy/fast-thaw (nippy/fast-freeze {:x [1 2]})))
(println (nippy/thaw (nippy/freeze (vec (range 5000)) {:compressor nil :encryptor nil})  {:compressor nil}) )
(println (try (nippy/thaw (byte-array [1 2 3])) (catch Exception e (ex-message e))))
(deftype Pair [a b])
(nippy/extend-freeze Pair :my/pair [p out] (nippy/freeze-to-out! out (.-a p)) (nippy/freeze-to-out! out (.-b p)))
(nippy/extend-thaw :my/pair [in] (Pair. (nippy/thaw-from-in! in) (nippy/thaw-from-in! in)))
(let [p (there-and-back (Pair. 1 [:b]))] (println (class p) (.-a p) (.-b p)))

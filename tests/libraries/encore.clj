(ns libraries.encore
  (:refer-clojure :exclude [if-let when-let some? boolean? indexed? uri? simple-symbol?])
  (:require [taoensso.encore :as enc]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(show (enc/submap? {:a {:b 1 :c 2} :d 3} {:a {:b 1}}) (enc/submap? {:a 1} {:a 2}) (enc/explode-keyword :a.b/c) (enc/merge-keywords [:foo.bar nil :baz.qux/end nil])
      (enc/reduce-n conj [] 3 6) (enc/reduce-indexed (fn [acc i x] (conj acc [i x])) [] [:a :b :c]) (enc/run!* identity [1 2]) (enc/approx== 1.0 1.0005) (enc/clamp 0 10 15)
      (enc/round* :round 2 3.14159) (enc/round* :floor nil 3.7) (enc/round2 1.23456) (enc/pow 2 10) (enc/as-?bool "true") (enc/as-?int "12") (enc/as-?float "1.5") (enc/as-?nat-int "-3") (enc/as-?kw "x")
      (enc/as-int "no") (enc/vnext [1 2 3]) (enc/vrest [1]) (enc/vsplit-last [1 2 3]) (enc/vsplit-first [1 2 3]) (enc/takev 2 (range 9)) (enc/distinct-elements? [1 2 1]) (enc/into-all [] [1 2] '(3) #{4})
      (into [] (enc/xdistinct identity) [1 1 2 3 2]) (enc/rename-keys {:a :b} {:a 1 :c 2}) (enc/keys-by :id [{:id 1} {:id 2}]) (enc/update-in {:a {:b 1}} [:a :b] inc) (enc/contains-in? {:a {:b nil}} [:a :b]) (enc/dissoc-in {:a {:b 1 :c 2}} [:a] :b)
      (enc/node-paths {:a {:b 1 :c {:d 2}}}) (enc/interleave-all [1 2 3] [:a]) (enc/vinterleave-all [1 2 3] [:a]) (enc/nested-merge {:a {:b 1}} {:a {:c 2}}) (enc/greatest [3 1 2]) (enc/least ["b" "a"])
      (enc/get-substr "hello" 1 3) (enc/get-substring "hello" 1 3) (enc/str-replace "a-b" "-" "+") (enc/str-join-once "/" ["a/" "/b" "c"]) (enc/path "a" "/b/" "c") (enc/norm-word-breaks " a  b ") (enc/count-words "a b  c") (enc/str-contains? "abc" "b") (enc/str-?index "abcabc" "b" 2)
      (enc/into-str [1 [:a "b"] nil]) (enc/const-str= "ab" "ab") (enc/sortv [3 1 2]) (enc/sortv - [3 1 2]) (enc/top 2 [5 1 4 2]) (enc/ms :days 1 :hours 2) (enc/secs :mins 3) (enc/msecs :weeks 1)
      (enc/url-encode "a b&c=ü") (enc/url-decode "a%20b%26") (enc/format-query-string {:a 1 :b ["x" "y z"]}) (enc/parse-query-params "a=1&b=x&b=y") (enc/parse-query-params "?a=1" true) (enc/merge-url-with-query-string "http://x.org/?a=1" {:b 2})
      (enc/parse-version "1.2.3-RC1") (vec (enc/queue [1 2])) (enc/assert-min-encore-version 99.0) (:err-data (enc/error-data (ex-info "m" {:a 1} (RuntimeException. "c")))) (dissoc (enc/caught-error-data (throw (ex-info "x" {:y 1}))) :err) (enc/catching (/ 1 0) e (class e))
      (enc/if-let [a 1 b 2] [a b] :no) (enc/if-let [a 1 b nil] [a b] :no) (enc/when-let [a 1 b 2] (+ a b)) (enc/cond :let [x 1] (= x 2) :two :else :other) (enc/cond :if-let [y nil] y :else 3) (enc/cond! false 1)
      (enc/read-edn "{:a #{1}}") (enc/pr-edn {:a "b"}) (enc/get-subvec [1 2 3 4] 1 9) (enc/get-subvector [1 2 3 4] -3 2) (enc/is! pos? -1) (enc/check-some false [:bad (= 1 1)]) (enc/some= 1 1 1) (enc/nnil nil nil 3) (enc/clamp* 1 2 0))
(let [a (atom {:a 1 :n {:m 2}})]
  (show (enc/swap-in! a [:n :m] inc) (enc/reset-in! a [:n :z] 9) (enc/swap-val! a :a inc) (enc/pull-val! a :a) (enc/reset!? a {:q 1}) (enc/reset!? a {:q 1}) (enc/reset-val! a :w 2) (enc/reset-val!? a :w 2) @a
        (enc/swap-in! a [] (fn [m] (enc/swapped (assoc m :new 1) :ret)))))
(let [calls (atom 0)
      f (enc/memoize (fn [x] (swap! calls inc) (* x x)))
      g (enc/memoize 10000 (fn [x] (swap! calls inc) (+ x x)))
      h (enc/memoize 2 1000000 (fn [x] (swap! calls inc) (- x)))
      l (enc/memoize-last (fn [x] (swap! calls inc) x))]
  (show (mapv f [2 2 3]) (f :mem/del 2) (f 2) @calls (mapv g [1 1 2]) (g :mem/fresh 1) @calls (mapv h [1 2 3 1]) (mapv l [1 1 2]) @calls))
(let [c (enc/counter 5) lim (enc/limiter {:5s [2 5000] :10s [9 10000]})]
  (show (c) (c 10) @c (c :inc-get) (lim :u1) (lim :u1) (first (lim :u1)) (lim :rl/peek :u2)))
(let [fut (enc/call-after-timeout 10 (fn [] :late))]
  (show (deref fut 5000 :no) (enc/tf-done? fut) (enc/tf-cancelled? fut) (enc/tf-cancel! fut)))
(show (count (enc/nanoid)) (count (enc/uuid-str 8)) (count (enc/secure-rand-bytes 4)) (class (enc/thrown :all (/ 1 0)))
      (str (enc/str-builder "a")) (enc/str-join ", " (map inc) [1 2]) (enc/format "%d-%s" 1 "x") (.format (enc/simple-date-format* "yyyy-MM-dd" :jvm-default :utc) (java.util.Date. 0)))
(shutdown-agents)

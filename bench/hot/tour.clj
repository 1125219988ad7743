;; What everyday programs do: the functions of the runtime that this runs are held unpacked in executables
;; (scripts/hot_functions, docs/decisions/0013-packed-code.md).
(ns tour
  (:require [clojure.edn :as edn]
            [clojure.java.io :as io]
            [clojure.set :as set]
            [clojure.string :as str]
            [clojure.walk :as walk])
  (:gen-class))

(defprotocol Shape
  (area [shape])
  (label [shape]))
(defrecord Square [side]
  Shape
  (area [_] (* side side))
  (label [_] "square"))
(deftype Circle [^double radius]
  Shape
  (area [_] (* Math/PI radius radius))
  (label [_] "circle"))
(extend-protocol Shape
  String
  (area [s] (count s))
  (label [_] "text")
  nil
  (area [_] 0)
  (label [_] "nothing"))

(defmulti describe (fn [x] (if (map? x) (:kind x) (class x))))
(defmethod describe :point [{:keys [x y] :or {y 0}}] (str x "," y))
(defmethod describe String [s] (str/upper-case s))
(defmethod describe :default [x] (pr-str x))

(def ^:dynamic *depth* 0)
(def state (atom {:seen 0}))

(defn collections []
  (let [v (vec (range 100)) m (zipmap (map keyword (map str (range 40))) (range)) s (set (range 50))]
    (println (count v) (peek v) (subvec v 3 6) (nth v 7) (get m :5) (contains? s 3) (first (sort-by val > m)))
    (println (reduce + v) (reduce-kv (fn [n _ x] (+ n x)) 0 m) (apply max v) (into {} (filter (comp even? val)) m))
    (println (-> m (assoc :a 1) (dissoc :1) (update :2 inc) (assoc-in [:n :o] 1) (get-in [:n :o])))
    (println (set/union #{1} #{2}) (set/difference s #{1}) (disj #{1 2} 1) (merge {:a 1} {:b 2}) (select-keys m [:1 :2]))
    (println (into (sorted-map) {:b 1 :a 2}) (conj (sorted-set 3 1) 2) (persistent! (reduce conj! (transient []) (range 5))))
    (println (list 1 2) (cons 1 [2]) (conj '(1) 0) (seq {}) (empty v) (vals {:a 1}) (keys {:a 1}) (hash-map 1 2) (array-map 1 2))
    (println (= [1 2] '(1 2)) (compare "a" "b") (hash "a") (identical? :a :a) (not= 1 2) (sort [3 1 2]) (shuffle [1]))
    (println (walk/postwalk #(if (number? %) (inc %) %) {:a [1 {:b 2}]}) (vec (into-array Object [1 2])) (frequencies "hello"))))

(defn sequences []
  (println (map inc [1 2 3]) (filter odd? (range 10)) (remove nil? [1 nil]) (take 5 (iterate inc 1)) (partition 2 (range 6)))
  (println (group-by odd? (range 6)) (partition-all 2 (range 5)) (interleave [1 2] [3 4]) (interpose :a [1 2]) (mapcat range [1 2 3]))
  (println (distinct [1 1 2]) (take-while pos? [1 0]) (drop 2 [1 2 3]) (some even? [1 2]) (every? odd? [1]) (last [1 2]) (reverse [1 2]))
  (println (for [x (range 3) y [:a :b] :when (odd? x)] [x y]) (keep-indexed (fn [i x] (when x i)) [1 nil]) (map-indexed vector "ab"))
  (println (transduce (comp (map inc) (filter even?)) + (range 10)) (sequence (map str) [1 2]) (reductions + [1 2 3]) (split-at 1 [1 2]))
  (println (mapv + [1 2] [3 4]) (filterv odd? [1 2 3]) (flatten [1 [2 [3]]]) (doall (repeat 2 :x)) (rseq [1 2]) (zipmap [:a] [1]))
  (doseq [x [1 2]] (print x " "))
  (dotimes [i 2] (print i))
  (println (loop [i 0 n 1] (if (< i 10) (recur (inc i) (* n 2)) n)) (let [[a & more] [1 2 3] {:keys [b]} {:b 2}] [a more b])))

(defn numbers []
  (println (+ 1 2.5) (/ 1 3) (* 1.0 2) (quot 7 2) (rem -7 2) (mod -7 2) (max 1 2) (bit-and 6 3) (bit-shift-left 1 4) (inc' Long/MAX_VALUE))
  (println 1.5e10 0.1 (double 1/3) (int \a) (long 2.7) (Math/sqrt 2.0) (Math/abs -1) (Math/pow 2 10) (rand-int 1) (parse-long "12") (parse-double "1.5"))
  (println (Integer/parseInt "12") (Long/toString 255 16) (format "%5.2f|%-5s|%05d|%x" 3.14159 "a" 42 255) (str 1 2.0 nil :k 'sym \c)))

(defn text []
  (println (str/join ", " [1 2]) (str/split "a,b,c" #",") (str/replace "hello" "l" "L") (str/trim " a ") (str/lower-case "AB") (str/blank? ""))
  (println (subs "hello" 1 3) (.length "abc") (.indexOf "abc" "c") (str/starts-with? "abc" "a") (str/includes? "abc" "b") (str/split-lines "a\nb"))
  (println (re-find #"\d+" "a12") (re-seq #"[a-z]+" "ab cd") (re-matches #"(\w+)@(\w+)" "a@b") (str/replace "a1b2" #"\d" "#") (name :k) (symbol "s"))
  (prn "a\nb" \c :k 'sym [1 "x"] {:a #{1}} nil true 1.5 '(1 "2"))
  (println (edn/read-string "{:a [1 2.5 \"x\" nil true] :b #{1} :c (1 2)}") (pr-str {:a "b"}) (with-out-str (print "x")) (keyword "k") (count "abc")))

(defn state-and-errors []
  (swap! state update :seen inc)
  (reset! state {:seen 2})
  (println @state (deref (delay 1)) @(future (+ 1 2)) (binding [*depth* 1] *depth*) ((memoize inc) 1) ((juxt inc dec) 1) ((partial + 1) 2) ((comp inc inc) 1))
  (println (try (throw (ex-info "bad" {:a 1})) (catch Exception e [(ex-message e) (ex-data e)]) (finally (print "finally "))))
  (println (try (/ 1 0) (catch ArithmeticException e (.getMessage e))) (try (nth [1] 5) (catch IndexOutOfBoundsException _ :out)))
  (println (try (Integer/parseInt "x") (catch NumberFormatException e (.getMessage e))) (try (assert false "no") (catch AssertionError e (.getMessage e))))
  (println (area (->Square 2)) (label (Circle. 1.0)) (map label ["a" nil]) (:side (->Square 3)) (assoc (->Square 1) :b 2) (describe {:kind :point :x 1}))
  (println (describe "a") (describe 1) (str (reify Object (toString [_] "reified"))) (when-let [x 1] x) (cond-> 1 true inc) (case 2 1 :a 2 :b) (condp = 1 1 :x)))

(defn files []
  (let [file (java.io.File/createTempFile "tour" ".txt")]
    (spit file "one\ntwo\nthree\n")
    (println (slurp file) (.exists file) (.length file))
    (with-open [r (io/reader file)] (println (count (line-seq r))))
    (with-open [w (io/writer file)] (.write w "x"))
    (.delete file)
    (println (System/getProperty "no-such") (System/getenv "NO_SUCH") (pos? (System/currentTimeMillis)) (read-line))))

(defn -main [& args]
  (collections)
  (sequences)
  (numbers)
  (text)
  (state-and-errors)
  (files)
  (println (count args) *command-line-args*))

; Strings by index: a shifted alphabet into a StringBuilder, what is the same from both ends, words by hand.
(ns bench.character-loops)

(def text (apply str (repeat 200 "The quick brown fox, level and radar, jumps over 13 lazy dogs. ")))

(defn shifted [c n]
  (let [code (int c)]
    (cond
      (<= 97 code 122) (char (+ 97 (mod (+ n (- code 97)) 26)))
      (<= 65 code 90) (char (+ 65 (mod (+ n (- code 65)) 26)))
      :else c)))

(defn shift-text [^String s n]
  (let [out (StringBuilder.)]
    (dotimes [i (.length s)]
      (.append out (char (shifted (.charAt s i) n))))
    (str out)))

(defn palindrome? [^String s]
  (loop [i 0 j (dec (.length s))]
    (cond
      (>= i j) true
      (not= (.charAt s i) (.charAt s j)) false
      :else (recur (inc i) (dec j)))))

(defn words [^String s]
  (loop [i 0 start -1 found []]
    (let [letter (and (< i (.length s)) (Character/isLetter (.charAt s i)))]
      (cond
        letter (recur (inc i) (if (neg? start) i start) found)
        (>= start 0) (recur (inc i) -1 (conj found (subs s start i)))
        (>= i (.length s)) found
        :else (recur (inc i) -1 found)))))

(defn run []
  [(hash (shift-text text 3)) (count (filter palindrome? (words text)))])

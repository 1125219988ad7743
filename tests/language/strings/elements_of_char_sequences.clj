;; What core's functions make of texts that are no strings: builders, buffers, and a type of the program.

(defmacro outcome [x]
  `(try (let [r# ~x] (if (seq? r#) (vec r#) r#))
        (catch Throwable e# [(.getSimpleName (class e#)) (re-find #"^[^(@]*" (str (.getMessage e#)))])))

(deftype Word [letters]
  CharSequence
  (length [_] (count letters))
  (charAt [_ i] (nth letters i))
  (subSequence [_ from to] (Word. (subvec letters from to)))
  (toString [_] (apply str letters)))

(defn texts [] [(StringBuilder. "tide") (StringBuffer. "tide") (Word. [\t \i \d \e])])

;; nth, and what rests on it, reads a char
(doseq [t (texts)]
  (prn (nth t 0) (nth t 3) (nth t 4 :none) (nth t -1 :none)
       (let [[a b :as all] t] [a b (count all)])
       (get t 1 :none) (count t) (distinct t) (take-nth 2 t) (nthrest t 3)))
(doseq [t (take 2 (texts)) i [4 -1]]
  (prn (outcome (nth t i))))

;; they have a seq, but are no arrays
(doseq [t (texts)]
  (prn (outcome (vec t)) (outcome (to-array t)) (outcome (sort t)) (outcome (sort-by int t)))
  (prn (outcome (seq t)) (into [] t) (mapv int t) (alength (into-array t))))

;; builders compare by their chars, with their own kind alone
(prn (compare (StringBuilder. "ebb") (StringBuilder. "flow"))
     (compare (StringBuffer. "neap") (StringBuffer. "nea"))
     (compare (StringBuilder.) nil) (compare nil (StringBuilder.))
     (.compareTo (StringBuilder. "ebb") (StringBuilder. "ebb"))
     (mapv str (sort [(StringBuilder. "spring") (StringBuilder. "neap")])))
(prn (outcome (compare (StringBuilder. "ebb") "ebb"))
     (outcome (compare (StringBuilder. "ebb") (StringBuffer. "ebb")))
     (outcome (compare (StringBuffer. "ebb") 1)))

;; a length or a size alone makes nothing countable
(prn (outcome (count (java.io.File. "/")))
     (outcome (count (java.util.BitSet. 9)))
     (outcome (count (java.io.ByteArrayOutputStream.)))
     (count (java.util.ArrayDeque. [1 2])) (count (java.util.Properties.)) (count (java.nio.CharBuffer/wrap "abc")))

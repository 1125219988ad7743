;; Readers and files.

(defn line-seq
  "A lazy seq of the lines of the reader, or nil when there is none."
  {:added "1.0"}
  [rdr]
  (when-let [line (.readLine rdr)]
    (cons line (lazy-seq (line-seq rdr)))))

(defn file-seq
  "A lazy seq of the file and, when it is a directory, of everything below it."
  {:added "1.0"}
  [dir]
  (tree-seq (fn [f] (.isDirectory f)) (fn [f] (seq (.listFiles f))) dir))

(defn iterator-seq
  "A seq of what the iterator yields, or nil. The seq takes the iterator over."
  {:added "1.0"}
  [iter]
  (when (.hasNext iter)
    (let [more (fn more []
                 (lazy-seq
                  (when (.hasNext iter)
                    (let [x (.next iter)]
                      (cons x (more))))))
          x (.next iter)]
      (cons x (more)))))

(defn enumeration-seq
  "A seq of what the enumeration yields, or nil."
  {:added "1.0"}
  [e]
  (when (.hasMoreElements e)
    (let [x (.nextElement e)]
      (cons x (lazy-seq (enumeration-seq e))))))

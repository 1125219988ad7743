; A cache of soft references gives way before the memory ends; what is held otherwise stays.
(import '(java.lang.ref ReferenceQueue SoftReference))
(let [queue (ReferenceQueue.)
      cache (mapv (fn [_] (SoftReference. (byte-array 1000000) queue)) (range 100))]
  (println (count cache) (< (count (filter #(.get %) cache)) 30) (some? (.poll queue))))
(let [held (mapv (fn [_] (byte-array 1000000)) (range 8))
      cache (mapv #(SoftReference. %) held)]
  (println (try (vec (repeatedly 100 #(byte-array 1000000))) (catch OutOfMemoryError _ :full)))
  (println (every? #(.get %) cache) (count held)))
; Weak references and what they referred to, a hundred times the heap.
(dotimes [_ 2000000] (java.lang.ref.WeakReference. (Object.)))
(println :ended)

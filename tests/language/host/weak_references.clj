; References of java.lang.ref are cleared, and put into their queues, when nothing else refers to their referents.
(import '(java.lang.ref PhantomReference ReferenceQueue SoftReference WeakReference))
(defn collect [] (dotimes [_ 3] (System/gc) (Thread/sleep 10)))
(let [weak (mapv (fn [_] (WeakReference. (Object.))) (range 100))
      held (mapv (fn [_] (Object.)) (range 10))
      of-held (mapv #(WeakReference. %) held)
      soft (mapv (fn [_] (SoftReference. (Object.))) (range 20))]
  (collect)
  (prn (<= 95 (count (remove #(.get %) weak))) (every? #(.get %) of-held) (every? #(.get %) soft) (count held)))
(let [queue (ReferenceQueue.)
      weak (vec (repeatedly 30 #(WeakReference. (Object.) queue)))
      phantoms (vec (repeatedly 30 #(PhantomReference. (Object.) queue)))]
  (collect)
  (let [found (loop [found #{}] (if-let [reference (.poll queue)] (recur (conj found reference)) found))]
    (prn (<= 55 (count found)) (every? (into (set weak) phantoms) found) (.poll queue) (.get (first phantoms)) (not-any? #(.isEnqueued %) found))))
(let [queue (ReferenceQueue.)
      references (vec (repeatedly 20 #(WeakReference. (Object.) queue)))
      taken (future (.remove queue))]
  (collect)
  (prn (boolean (some #{(deref taken 20000 :none)} references))))
(prn (.remove (ReferenceQueue.) 60))
(prn (.get (WeakReference. :a)) (.get (WeakReference. 5)) (.get (WeakReference. nil)))
(let [x (Object.) reference (WeakReference. x)]
  (collect)
  (prn (identical? x (.get reference)) (.refersTo reference x) (.clear reference) (.get reference) (.enqueue reference)))
(let [queue (ReferenceQueue.) x (Object.) reference (WeakReference. x queue)]
  (prn (.enqueue reference) (.get reference) (identical? reference (.poll queue)) (.enqueue reference) (some? x)))

;; zipmap, select-keys, reduce-kv, update-vals, map over entries, into maps and sets.
(ns bench.zipmap_select)

(def ^:private m (zipmap (range 30000) (range)))

(defn run []
  (+ (count (select-keys m (range 0 30000 3)))
     (reduce-kv (fn [a k v] (+ a (- v k))) 0 (update-vals m inc))
     (count (into {} (for [[k v] m] [v k])))
     (count (into {} (map (fn [[k v]] [k (str v)]) m)))
     (count (zipmap (keys m) (vals m)))
     (count (into #{} (map val) m))))

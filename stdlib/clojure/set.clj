;; clojure.set: sets as sets, and sets of maps as relations.

(ns clojure.set
  "Operations of set theory, and relational algebra on sets of maps.")

(defn- largest-first
  "The sets with the largest of them moved to the front."
  [sets]
  (let [largest (apply max-key count sets)]
    (cons largest (remove (fn [s] (identical? s largest)) sets))))

(defn- smallest-first [sets]
  (let [smallest (apply min-key count sets)]
    (cons smallest (remove (fn [s] (identical? s smallest)) sets))))

(defn union
  "The set of everything that is in one of the sets."
  {:added "1.0"}
  ([] #{})
  ([s1] s1)
  ([s1 s2]
   (if (< (count s1) (count s2))
     (into s2 s1)
     (into s1 s2)))
  ([s1 s2 & sets]
   (let [[largest & more] (largest-first (list* s1 s2 sets))]
     (reduce into largest more))))

(defn intersection
  "The set of everything that is in all of the sets."
  {:added "1.0"}
  ([s1] s1)
  ([s1 s2]
   (if (< (count s2) (count s1))
     (recur s2 s1)
     (reduce (fn [result item]
               (if (contains? s2 item) result (disj result item)))
             s1 s1)))
  ([s1 s2 & sets]
   (let [[smallest & more] (smallest-first (list* s1 s2 sets))]
     (reduce intersection smallest more))))

(defn difference
  "The set of everything that is in s1 and in none of the others."
  {:added "1.0"}
  ([s1] s1)
  ([s1 s2]
   (if (< (count s1) (count s2))
     (reduce (fn [result item]
               (if (contains? s2 item) (disj result item) result))
             s1 s1)
     (reduce disj s1 s2)))
  ([s1 s2 & sets]
   (reduce difference s1 (conj sets s2))))

(defn select
  "The elements of the set for which pred holds."
  {:added "1.0"}
  [pred xset]
  (reduce (fn [s item] (if (pred item) s (disj s item))) xset xset))

(defn project
  "The relation xrel with only the keys ks in its maps."
  {:added "1.0"}
  [xrel ks]
  (with-meta (set (map (fn [m] (select-keys m ks)) xrel)) (meta xrel)))

(defn rename-keys
  "The map with the keys of kmap renamed to its values."
  {:added "1.0"}
  [map kmap]
  (reduce (fn [m [old new]]
            (if (contains? map old)
              (assoc m new (get map old))
              m))
          (apply dissoc map (keys kmap))
          kmap))

(defn rename
  "The relation xrel with the keys of kmap renamed to its values in its maps."
  {:added "1.0"}
  [xrel kmap]
  (with-meta (set (map (fn [m] (rename-keys m kmap)) xrel)) (meta xrel)))

(defn index
  "A map from each combination of values of the keys ks in the relation to the set of the maps that
  have them."
  {:added "1.0"}
  [xrel ks]
  (reduce (fn [m x]
            (let [values (select-keys x ks)]
              (assoc m values (conj (get m values #{}) x))))
          {} xrel))

(defn map-invert
  "The map with values as keys and keys as values."
  {:added "1.0"}
  [m]
  (persistent! (reduce-kv (fn [out k v] (assoc! out v k)) (transient {}) m)))

(defn join
  "The natural join of two relations: merged maps, one from each, that agree on the keys they have
  in common. With km, a map of keys, the values of its keys in xrel are compared with those of its
  values in yrel instead."
  {:added "1.0"}
  ([xrel yrel]
   (if (and (seq xrel) (seq yrel))
     (let [common (intersection (set (keys (first xrel))) (set (keys (first yrel))))
           [small large] (if (<= (count xrel) (count yrel)) [xrel yrel] [yrel xrel])
           by-values (index small common)]
       (reduce (fn [out x]
                 (let [matches (get by-values (select-keys x common))]
                   (if matches
                     (reduce (fn [out m] (conj out (merge m x))) out matches)
                     out)))
               #{} large))
     #{}))
  ([xrel yrel km]
   (let [[small large km] (if (<= (count xrel) (count yrel))
                            [xrel yrel (map-invert km)]
                            [yrel xrel km])
         by-values (index small (vals km))]
     (reduce (fn [out x]
               (let [matches (get by-values (rename-keys (select-keys x (keys km)) km))]
                 (if matches
                   (reduce (fn [out m] (conj out (merge m x))) out matches)
                   out)))
             #{} large))))

(defn subset?
  "True when set2 has every element of set1."
  {:added "1.2"}
  [set1 set2]
  (and (<= (count set1) (count set2))
       (every? (fn [x] (contains? set2 x)) set1)))

(defn superset?
  "True when set1 has every element of set2."
  {:added "1.2"}
  [set1 set2]
  (and (>= (count set1) (count set2))
       (every? (fn [x] (contains? set1 x)) set2)))

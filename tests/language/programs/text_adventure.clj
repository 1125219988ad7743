;; A text adventure: a world of rooms as data, commands parsed with regexes, state threaded through a reduce.
(ns adventure
  (:require [clojure.string :as str]))

(def world
  {:rooms {:cellar {:title "Cellar" :text "A damp cellar." :exits {:up :kitchen} :items #{:lamp}}
           :kitchen {:title "Kitchen" :text "It smells of onions." :exits {:down :cellar :north :garden} :items #{:knife :bread}}
           :garden {:title "Garden" :text "Roses, mostly." :exits {:south :kitchen :east :shed} :items #{}}
           :shed {:title "Shed" :text "Too dark to see." :exits {:west :garden} :items #{:key} :dark? true}}
   :at :cellar
   :carried (sorted-set)
   :lit? false
   :moves 0})

(defn room [{:keys [rooms at]}] (rooms at))
(defn visible? [{:keys [lit?] :as w}] (or lit? (not (:dark? (room w)))))

(defmulti act (fn [_ [verb]] verb))
(defmethod act :go [w [_ direction]]
  (if-let [target (get-in (room w) [:exits direction])]
    (-> w (assoc :at target) (update :moves inc) (assoc :said (str "You go " (name direction) ".")))
    (assoc w :said (format "There is no way %s." (name direction)))))
(defmethod act :take [{:keys [at] :as w} [_ item]]
  (cond
    (not (visible? w)) (assoc w :said "You grope about in vain.")
    (contains? (:items (room w)) item)
    (-> w (update-in [:rooms at :items] disj item) (update :carried conj item) (assoc :said (str "Taken: " (name item) ".")))
    :else (assoc w :said (str "No " (name item) " here."))))
(defmethod act :drop [{:keys [at carried] :as w} [_ item]]
  (if (carried item)
    (-> w (update :carried disj item) (update-in [:rooms at :items] conj item) (assoc :said "Dropped."))
    (assoc w :said "You have no such thing.")))
(defmethod act :light [{:keys [carried] :as w} _]
  (if (carried :lamp) (assoc w :lit? true :said "The lamp burns.") (assoc w :said "With what?")))
(defmethod act :look [w _]
  (let [{:keys [title text items exits]} (room w)]
    (assoc w :said (if (visible? w)
                     (str title ": " text
                          (when (seq items) (str " You see " (str/join ", " (sort (map name items))) "."))
                          " Exits: " (str/join " " (sort (map name (keys exits)))))
                     "Darkness."))))
(defmethod act :inventory [{:keys [carried]  :as w} _]
  (assoc w :said (if (empty? carried) "Nothing." (str/join ", " (map name carried)))))
(defmethod act :default [w command] (assoc w :said (str "I do not understand " (pr-str command))))

(def shortcuts {"n" [:go :north] "s" [:go :south] "e" [:go :east] "w" [:go :west] "u" [:go :up] "d" [:go :down] "l" [:look] "i" [:inventory]})

(defn parse [line]
  (let [line (str/lower-case (str/trim line))]
    (or (shortcuts line)
        (condp re-matches line
          #"(?:go|walk) (\w+)" :>> (fn [[_ where]] [:go (keyword where)])
          #"(?:take|get|pick up) (?:the )?(\w+)" :>> (fn [[_ what]] [:take (keyword what)])
          #"drop (?:the )?(\w+)" :>> (fn [[_ what]] [:drop (keyword what)])
          #"(light).*" [:light]
          #"look|inventory" :>> (comp vector keyword)
          (into [:unknown] (map keyword) (re-seq #"\w+" line))))))

(defn play [w line]
  (let [w (act w (parse line))]
    (println ">" line)
    (println (:said w))
    w))

(let [end (reduce play world ["look" "take lamp" "take lamp" "u" "l" "get the bread" "walk north" "go up" "e" "look" "take key" "light lamp" "look"
                              "take key" "i" "drop the lamp" "inventory" "dance wildly" "w" "s" "l" "drop sword"])]
  (println (dissoc end :rooms :said))
  (println (into (sorted-map) (map (fn [[k r]] [k (:items r)])) (:rooms end))))

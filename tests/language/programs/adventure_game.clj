; A text adventure: a world as data, a parser, commands as a multimethod, a script that is played.
(ns adventure
  (:require [clojure.set :as set]
            [clojure.string :as str]))

(def world
  {:rooms {:hall {:name "Hall" :text "A draughty hall." :exits {:north :library :east :kitchen}}
           :library {:name "Library" :text "Books up to the ceiling." :exits {:south :hall} :dark? true}
           :kitchen {:name "Kitchen" :text "It smells of soup." :exits {:west :hall :down :cellar}}
           :cellar {:name "Cellar" :text "Barrels." :exits {:up :kitchen} :locked? true}}
   :items {:lamp {:in :hall :names #{"lamp" "lantern"} :text "A brass lamp."}
           :key {:in :kitchen :names #{"key"} :text "A rusty key."}
           :book {:in :library :names #{"book" "tome"} :text "\"On Monads\"."}
           :barrel {:in :cellar :names #{"barrel"} :fixed? true}}
   :player {:in :hall :turns 0}
   :said []})

(defn say [state & parts] (update state :said conj (apply str parts)))
(defn here [state] (get-in state [:player :in]))
(defn held? [state item] (= :player (get-in state [:items item :in])))
(defn items-in [state place]
  (sort (for [[id {:keys [in]}] (:items state) :when (= in place)] id)))
(defn visible [state]
  (set/union (set (items-in state (here state))) (set (items-in state :player))))

(defn find-item [state word]
  (some (fn [[id {:keys [names]}]] (when (contains? names word) id)) (:items state)))

(def directions {"n" :north "s" :south "e" :east "w" :west "u" :up "d" :down})
(def synonyms {"get" :take "grab" :take "pick" :take "take" :take "drop" :drop "look" :look "l" :look
               "inventory" :inventory "i" :inventory "go" :go "walk" :go "light" :light "unlock" :unlock
               "examine" :examine "x" :examine "quit" :quit "undo" :undo})
(def noise #{"the" "a" "an" "up" "to" "with" "at"})

(defn parse [line]
  (let [words (->> (re-seq #"[a-z]+" (str/lower-case line)) (remove noise))
        [verb object] words
        direction (or (directions verb) (some #{(keyword verb)} (vals directions)))]
    (cond
      (empty? words) {:verb :nothing}
      direction {:verb :go :object (name direction)}
      (synonyms verb) (cond-> {:verb (synonyms verb)} object (assoc :object object))
      :else {:verb :unknown :object verb})))

(defn describe [state]
  (let [{:keys [name text dark?]} (get-in state [:rooms (here state)])]
    (if (and dark? (not (and (held? state :lamp) (get-in state [:items :lamp :lit?]))))
      (say state "It is dark in the " (str/lower-case name) ".")
      (let [things (items-in state (here state))]
        (cond-> (say state name ". " text)
          (seq things) (say "You see: " (str/join ", " (map clojure.core/name things)) "."))))))

(defmulti command (fn [state parsed] (:verb parsed)))

(defmethod command :default [state {:keys [verb]}] (say state "Not implemented: " verb))
(defmethod command :nothing [state _] (say state "Pardon?"))
(defmethod command :unknown [state {:keys [object]}] (say state "I don't know how to " object "."))
(defmethod command :look [state _] (describe state))
(defmethod command :quit [state _] (-> state (assoc :over? true) (say "Bye.")))

(defmethod command :go [state {:keys [object]}]
  (let [direction (or (directions object) (some-> object keyword))
        to (get-in state [:rooms (here state) :exits direction])]
    (cond
      (nil? to) (say state "You can't go " (or (some-> direction name) "nowhere") ".")
      (get-in state [:rooms to :locked?]) (say state "The door is locked.")
      :else (-> state (assoc-in [:player :in] to) describe))))

(defmacro with-item [[id state parsed] & body]
  `(let [word# (:object ~parsed)
         ~id (and word# (find-item ~state word#))]
     (cond
       (nil? word#) (say ~state "What?")
       (not (contains? (visible ~state) ~id)) (say ~state "There is no " word# " here.")
       :else (do ~@body))))

(defmethod command :take [state parsed]
  (with-item [id state parsed]
    (cond
      (held? state id) (say state "You have it already.")
      (get-in state [:items id :fixed?]) (say state "It won't move.")
      :else (-> state (assoc-in [:items id :in] :player) (say "Taken.")))))

(defmethod command :drop [state parsed]
  (with-item [id state parsed]
    (if (held? state id)
      (-> state (assoc-in [:items id :in] (here state)) (say "Dropped."))
      (say state "You don't have that."))))

(defmethod command :examine [state parsed]
  (with-item [id state parsed]
    (say state (get-in state [:items id :text] "Nothing special."))))

(defmethod command :light [state parsed]
  (with-item [id state parsed]
    (if (= id :lamp)
      (-> state (assoc-in [:items :lamp :lit?] true) (say "The lamp shines."))
      (say state "You can't light that."))))

(defmethod command :unlock [state _]
  (if (and (held? state :key) (= :kitchen (here state)))
    (-> state (update-in [:rooms :cellar] dissoc :locked?) (say "Click."))
    (say state "You can't.")))

(defmethod command :inventory [state _]
  (let [things (items-in state :player)]
    (say state (if (empty? things) "You carry nothing." (str "You carry: " (str/join ", " (map name things)) ".")))))

(defn step [{:keys [past] :as state} line]
  (let [{:keys [verb] :as parsed} (parse line)]
    (if (= verb :undo)
      (if-let [before (peek past)]
        (say (assoc before :past (pop past)) "Undone.")
        (say state "Nothing to undo."))
      (-> (command (update-in state [:player :turns] inc) parsed)
          (assoc :past (conj (or past []) (assoc state :said [])))))))

(defn play [script]
  (loop [state world [line & more] script]
    (if (and line (not (:over? state)))
      (let [{:keys [said] :as after} (step state line)]
        (println ">" line)
        (run! (partial println " ") said)
        (recur (assoc after :said []) more))
      state)))

(let [end (play ["look" "n" "s" "take the lamp" "take lamp" "light lantern" "i" "north" "get book" "x tome" "dance" ""
                 "south" "go east" "down" "unlock door" "take key" "unlock cellar with key" "d" "take barrel" "examine barrel"
                 "drop" "drop book" "look" "undo" "undo" "i" "go sideways" "take sword" "quit" "look"])]
  (println (:player end) (count (:past end)))
  (println (into (sorted-map) (map (fn [[id item]] [id (:in item)])) (:items end))))
(println (map parse ["Pick up THE lamp!" "north" "n" "  " "go to north"]))
(println (sort (keys (methods command))))

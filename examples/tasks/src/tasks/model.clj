(ns tasks.model
  "Tasks as data: a list is {:next-id n, :tasks {id task}}, a task is
  {:id n, :title s, :priority k, :tags #{s}, :due s?, :done s?}; dates are texts like 2026-05-31."
  (:require [clojure.set :as set]
            [clojure.string :as str])
  (:import (java.time LocalDate)
           (java.time.format DateTimeParseException)
           (java.time.temporal ChronoUnit)))

(def priorities [:high :normal :low])

(def empty-list {:next-id 1 :tasks (sorted-map)})

(defn date
  "The text as a date, or nil."
  [text]
  (try (LocalDate/parse text)
       (catch DateTimeParseException _ nil)))

(defn days-until
  "Days from one date to another, both texts."
  [from to]
  (.between ChronoUnit/DAYS (date from) (date to)))

(defn add [{:keys [next-id] :as list} task]
  (-> list
      (assoc-in [:tasks next-id] (assoc task :id next-id))
      (update :next-id inc)))

(defn- existing [list id]
  (or (get-in list [:tasks id])
      (throw (ex-info (str "There is no task " id) {:id id :ids (keys (:tasks list))}))))

(defn complete [list id today]
  (let [{:keys [title done]} (existing list id)]
    (when done
      (throw (ex-info (str "Task " id ", " (pr-str title) ", was done on " done) {:id id})))
    (assoc-in list [:tasks id :done] today)))

(defn remove-task [list id]
  (existing list id)
  (update list :tasks dissoc id))

(defn edit [list id changes]
  (existing list id)
  (update-in list [:tasks id] merge changes))

(defn- matcher
  "A predicate of tasks that a filter of `select` stands for."
  [[key value]]
  (case key
    :tag #(contains? (:tags %) value)
    :priority #(= value (:priority %))
    :text #(str/includes? (str/lower-case (:title %)) (str/lower-case value))
    :due-within (let [[today days] value]
                  #(when-let [due (:due %)] (<= (days-until today due) days)))
    :all (if value any? (complement :done))))

(defn select
  "The tasks that all filters let pass, the most urgent first."
  [list filters]
  (let [rank (zipmap priorities (range))]
    (->> (vals (:tasks list))
         (filter (apply every-pred (map matcher (merge {:all false} filters))))
         (sort-by (juxt (comp some? :done) #(:due % "9999") (comp rank :priority) :id)))))

(defn statistics
  "Counts of open, done and overdue tasks, by tag and in all (under nil)."
  [list today]
  (let [counts (fn [{:keys [done due]}]
                 {:open (if done 0 1)
                  :done (if done 1 0)
                  :overdue (if (and due (not done) (neg? (days-until today due))) 1 0)})]
    (reduce (fn [result [tag task]]
              (update result tag #(merge-with + % (counts task))))
            (sorted-map)
            (for [task (vals (:tasks list))
                  tag (set/union #{nil} (:tags task))]
              [tag task]))))

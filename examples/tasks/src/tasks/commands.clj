(ns tasks.commands
  "The subcommands: one row each in `commands`."
  (:require [clojure.string :as str]
            [tasks.model :as model]
            [tasks.store :as store]
            [tasks.table :as table]))

(defn- id-of [text]
  (or (parse-long (str text))
      (throw (ex-info (str "A task's number is expected, not " (pr-str text)) {}))))

(defn- change
  "Applies f to the list in the file and says what happened."
  [{:keys [file]} f message]
  (store/save-list file (f (store/load-list file)))
  (println message))

(defn- add [{:keys [priority tag due] :as options} words]
  (when (empty? words)
    (throw (ex-info "add needs the text of the task" {})))
  (let [title (str/join " " words)]
    (change options
            #(model/add % (cond-> {:title title :priority (or priority :normal) :tags (or tag #{})}
                            due (assoc :due due)))
            (str "Added: " title))))

(defn- done [{:keys [today] :as options} ids]
  (change options
          (fn [list] (reduce #(model/complete %1 (id-of %2) today) list ids))
          (str "Done: " (str/join ", " ids))))

(defn- remove-tasks [options ids]
  (change options
          (fn [list] (reduce #(model/remove-task %1 (id-of %2)) list ids))
          (str "Removed: " (str/join ", " ids))))

(defn- edit [{:keys [priority tag due] :as options} [id & words]]
  (let [changes (cond-> {}
                  (seq words) (assoc :title (str/join " " words))
                  priority (assoc :priority priority)
                  tag (assoc :tags tag)
                  due (assoc :due due))]
    (change options #(model/edit % (id-of id) changes)
            (str "Changed " (str/join ", " (map name (keys changes))) " of " id))))

(defn- when-due [today {:keys [due done]}]
  (cond
    done (str "done " done)
    (nil? due) ""
    :else (let [days (model/days-until today due)]
            (cond
              (neg? days) (format "%d day%s late" (- days) (if (= days -1) "" "s"))
              (zero? days) "today"
              :else (str "in " days (if (= days 1) " day" " days"))))))

(defn- show [{:keys [file today priority tag within all]} words]
  (let [filters (cond-> {:all all}
                  priority (assoc :priority priority)
                  tag (assoc :tag (first tag))
                  within (assoc :due-within [today within])
                  (seq words) (assoc :text (str/join " " words)))
        tasks (model/select (store/load-list file) filters)]
    (if (empty? tasks)
      (println "Nothing to do.")
      (run! println
            (table/lines [["#" :right] ["Task" :left] ["Priority" :left] ["Due" :left] ["Tags" :left]]
                         (for [{:keys [id title tags] :as task} tasks]
                           [id title (name (:priority task)) (when-due today task)
                            (str/join " " (sort tags))]))))))

(defn- statistics [{:keys [file today]} _]
  (run! println
        (table/lines [["Tag" :left] ["Open" :right] ["Done" :right] ["Late" :right] ["Finished" :right]]
                     (for [[tag {:keys [open done overdue]}] (model/statistics (store/load-list file) today)]
                       [(or tag "(all)") open done overdue
                        (format "%.1f %%" (* 100.0 (/ done (+ open done))))]))))

(def commands
  "Name, what follows it, what it does, how."
  [["add" "TEXT" "adds a task" add]
   ["list" "[TEXT]" "lists tasks, the most urgent first" show]
   ["done" "NUMBER..." "marks tasks as done" done]
   ["edit" "NUMBER [TEXT]" "changes a task" edit]
   ["remove" "NUMBER..." "forgets tasks" remove-tasks]
   ["stats" "" "counts tasks by tag" statistics]])

(defn command
  "The row of a command; a prefix is enough if only one command begins with it."
  [name]
  (let [rows (filter #(str/starts-with? (first %) name) commands)]
    (cond
      (= 1 (count rows)) (first rows)
      (empty? rows) (throw (ex-info (str "There is no command " (pr-str name)) {:usage true}))
      :else (throw (ex-info (str (pr-str name) " may be " (str/join " or " (map first rows)))
                            {:usage true})))))

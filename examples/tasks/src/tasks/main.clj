(ns tasks.main
  "A list of things to do, for the command line."
  (:require [clojure.string :as str]
            [clojure.tools.cli :as cli]
            [tasks.commands :as commands]
            [tasks.model :as model])
  (:import (java.time LocalDate))
  (:gen-class))

(def ^:private options
  [["-f" "--file FILE" "where the tasks are" :default "tasks.edn"]
   ["-p" "--priority PRIORITY" "high, normal or low"
    :parse-fn keyword
    :validate [(set model/priorities) "must be high, normal or low"]]
   ["-t" "--tag TAG" "a word to find the task by; may be repeated"
    :assoc-fn (fn [m k v] (update m k (fnil conj (sorted-set)) v))]
   ["-d" "--due DATE" "when it must be done, such as 2026-05-31"
    :validate [model/date "must be a date like 2026-05-31"]]
   ["-w" "--within DAYS" "list what is due in so many days"
    :parse-fn parse-long
    :validate [some? "must be a number"]]
   ["-a" "--all" "list what is done, too"]
   [nil "--today DATE" "play another day"
    :default-fn (fn [_] (str (LocalDate/now)))
    :validate [model/date "must be a date like 2026-05-31"]]
   ["-h" "--help" "this text"]])

(defn- usage [summary]
  (str/join \newline
            (concat ["Usage: tasks [OPTIONS] COMMAND [ARGUMENTS]" "" "Commands:"]
                    (for [[name arguments what] commands/commands]
                      (format "  %-22s %s" (str name " " arguments) what))
                    ["" "Options:" summary])))

(defn- fail [status & lines]
  (binding [*out* *err*]
    (run! println lines))
  (System/exit status))

(defn -main [& args]
  (let [{:keys [options arguments errors summary]} (cli/parse-opts args options)
        [name & more] arguments]
    (cond
      (:help options) (println (usage summary))
      errors (apply fail 2 errors)
      (nil? name) (fail 2 (usage summary))
      :else (try
              (let [[_ _ _ run] (commands/command name)]
                (run options more))
              (catch clojure.lang.ExceptionInfo e
                (if (:usage (ex-data e))
                  (fail 2 (ex-message e) "Try tasks --help.")
                  (fail 1 (ex-message e))))))))

(ns libraries.tools-cli
  (:require [clojure.string :as str] [clojure.tools.cli :as cli]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def options
  [["-p" "--port PORT" "Port number" :default 80 :parse-fn #(Integer/parseInt %) :validate [#(< 0 % 0x10000) "Must be a number between 0 and 65536"]]
   ["-v" nil "Verbosity level" :id :verbosity :default 0 :update-fn inc]
   ["-f" "--file NAME" "File names to read" :multi true :default [] :update-fn conj]
   [nil "--[no-]color" "Color" :default true]
   ["-d" "--define KV" "Define" :assoc-fn (fn [m k v] (update m k (fnil conj []) v))]
   ["-h" "--help"]])
(defn parse [& args] (select-keys (cli/parse-opts args options) [:options :arguments :errors]))
(println (:summary (cli/parse-opts [] options)))
(show (parse) (parse "-p" "8080") (parse "--port=99999") (parse "--port" "x") (parse "-vvv" "a" "b") (parse "-f" "a" "--file" "b")
      (parse "--no-color") (parse "-z") (parse "--nope" "1") (parse "-p") (parse "-d" "a" "-d" "b") (parse "-h" "--" "-p")
      (cli/parse-opts ["a" "-v" "b"] options :in-order true :summary-fn (constantly "s")) (parse "-vp" "81" "x")
      (cli/parse-opts [] [["-a" "--aa X" "d" :required "Y"]]) (cli/parse-opts ["-a"] [["-a" "--aa" :missing "need"]])
      (cli/parse-opts [] [["-r" "--req V" :missing "req is required"]]) (cli/parse-opts ["x"] [] :strict true)
      (cli/get-default-options options) (cli/parse-opts ["-n" "-5"] [["-n" "--num N" :parse-fn #(Long/parseLong %)]])
      (cli/parse-opts [] [["-e" "--env E" :default-fn (fn [o] (count o))]])
      (first (cli/cli ["-p" "1" "rest"] ["-p" "--port" "Listen" :parse-fn #(Integer. %) :default 0])) (cli/make-summary-part true {:short-opt "-a" :long-opt "--b" :desc "x"})
      (cli/summarize (#'cli/compile-option-specs options)))

;; clojure.tools.cli.
(ns tools-cli
  (:require [clojure.tools.cli :as cli]
            [clojure.string :as str]))

(defmacro show [& forms]
  `(do ~@(for [f forms]
           `(println (pr-str '~f) "=>"
                     (try (pr-str ~f)
                          (catch Throwable t# (str (.getName (class t#)) ": " (ex-message t#))))))))

(def options
  [["-p" "--port PORT" "Port number" :default 80 :parse-fn #(Long/parseLong %)
    :validate [#(< 0 % 0x10000) "Must be a number between 0 and 65536"]]
   ["-H" "--hostname HOST" "Remote host" :default "localhost" :default-desc "here"]
   [nil "--detach" "Detach from controlling process"]
   ["-v" nil "Verbosity level" :id :verbosity :default 0 :update-fn inc]
   ["-f" "--file NAME" "Files" :default [] :assoc-fn (fn [m k v] (update m k conj v))]
   [nil "--[no-]daemon" "Daemonize" :default true]
   ["-q" "--quiet" :id :loud :default true :parse-fn not]
   [nil "--level=LEVEL" "Level" :parse-fn keyword :validate-fn #{:low :high} :validate-msg "low or high"]
   ["-h" "--help"]])

(defn parse [& args]
  (dissoc (cli/parse-opts args options) :summary))

(show
 (parse) (parse "-p" "8080") (parse "-p8080") (parse "--port" "8080") (parse "--port=8080") (parse "--port=")
 (parse "-p" "abc") (parse "-p" "0") (parse "-p") (parse "--port") (parse "-vvv") (parse "-v" "-v") (parse "-vp" "1") (parse "-vp1")
 (parse "--detach" "a" "b") (parse "a" "--detach" "b") (parse "--" "--detach") (parse "a" "--" "-p" "1")
 (parse "-f" "x" "--file" "y" "--file=z=w") (parse "--no-daemon") (parse "--daemon") (parse "--no-daemon" "--daemon")
 (parse "-q") (parse "--quiet") (parse "--level" "low") (parse "--level" "mid") (parse "-h") (parse "--help")
 (parse "-x") (parse "--unknown") (parse "--unknown=3") (parse "-xyz") (parse "-") (parse "" "a") (parse "--detach=yes")
 (parse "-p" "-h") (parse "--hostname" "--detach") (parse "-pvv"))
(println (:summary (cli/parse-opts [] options)))
(println (:summary (cli/parse-opts [] [["-a" "--all" "All"] ["-b" nil "B" :id :b] [nil "--c" "C"]])))
(println (:summary (cli/parse-opts [] [["-a" "--all X" "All" :default nil] ["-b" "--b Y" :default-fn (constantly 1)]])))
(show
 (:summary (cli/parse-opts [] []))
 (:summary (cli/parse-opts [] options :summary-fn (fn [specs] (str/join "," (map :long-opt specs)))))
 (:options (cli/parse-opts ["-v"] options :no-defaults true))
 (dissoc (cli/parse-opts ["-v" "sub" "-p" "1"] options :in-order true) :summary)
 (dissoc (cli/parse-opts ["--hostname" "--detach"] options :strict true) :summary)
 (dissoc (cli/parse-opts ["-p" "-H"] options :strict true) :summary)
 (:options (cli/parse-opts ["-a" "3"] [["-a" "--a N" :parse-fn parse-long] ["-b" "--b N" :default-fn (fn [o] (inc (:a o 0)))]]))
 (:options (cli/parse-opts ["-b" "3"] [["-a" "--a N" :default-fn (fn [o] (count o))] ["-b" "--b N"]]))
 (:errors (cli/parse-opts [] [["-a" "--a N" :missing "a is required"] ["-b" "--b" :missing "b too" :default 1]]))
 (:errors (cli/parse-opts ["-a" "x"] [["-a" "--a N" :validate [string? "s" (fn [x] (< 3 (count x))) "too short"]]]))
 (:errors (cli/parse-opts ["-a" "x"] [["-a" "--a N" :validate-fn [(fn [x] (throw (Exception. "no")))]]]))
 (:errors (cli/parse-opts ["-a" "x"] [["-a" "--a N" :parse-fn (fn [x] (throw (ex-info "bad" {})))]]))
 (:options (cli/parse-opts ["--x" "1"] [{:id :y :long-opt "--x" :required "N"}]))
 (cli/parse-opts [] [["-a" nil "no id"]])
 (try (cli/parse-opts [] [["-a" "--a"] ["-a" "--b"]]) (catch AssertionError _ :refused))
 (try (cli/parse-opts [] [["-a" "--a" :assoc-fn assoc :update-fn inc]]) (catch AssertionError _ :refused))
 (cli/get-default-options options)
 (cli/get-default-options [["-a" "--a N" :default 1] ["-b" "--b"]])
 (cli/make-summary-part true {:short-opt "-a" :long-opt "--a" :required "N" :default 3 :desc "d"})
 (cli/make-summary-part false {:short-opt "-a" :desc nil})
 (cli/format-lines [5 3] [["a" "b"] ["cc" "dd "]])
 (cli/format-lines [5 0 3] [["a" "" "b"] ["cc" "" "dd "]])
 (cli/summarize []))

;; The older interface.
(defn old [& args]
  (cli/cli args "A program" ["-p" "--port" "Port" :default 80 :parse-fn #(Long/parseLong %)] ["-v" "--[no-]verbose" "Talk"] ["-n" "--name"]
           ["-q" "--quiet" :flag true]))
(show
 (pop (old)) (pop (old "-p" "1" "x")) (pop (old "--no-verbose" "-v")) (pop (old "--name" "n" "--" "-p")) (pop (old "-q")) (pop (old "--no-quiet"))
 (pop (old "-vp1")) (pop (old "--port=9")) (old "-z"))
(print (peek (old)))
(print (peek (cli/cli [] ["-a" "--all" "All of it" :default :all])))

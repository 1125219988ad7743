;; clojure.java.browse: opening pages in a browser.

(ns clojure.java.browse
  "Opens a page in the user's browser."
  (:require [clojure.java.shell :as shell]))

(def ^{:dynamic true :doc "The command that opens a URL."}
  *open-url-script* (atom "xdg-open"))

(defn browse-url
  "Opens the URL in the user's browser, by the command *open-url-script*. True when that worked."
  {:added "1.2"}
  [url]
  (zero? (:exit (shell/sh @*open-url-script* (str url)))))

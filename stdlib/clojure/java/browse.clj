;; clojure.java.browse: opening pages in a browser.

(ns clojure.java.browse
  "Opens a page in the user's browser.")

(def ^{:dynamic true :doc "The command that opens a URL."}
  *open-url-script* (atom "xdg-open"))

(defn browse-url
  "Opens the URL in the user's browser, by the command *open-url-script*, and does not wait for its end. True, or an
  IOException if there is no such command."
  {:added "1.2"}
  [url]
  (.start (ProcessBuilder. ^java.util.List [@*open-url-script* (str url)]))
  true)

(ns shapes.other-side)
(defn side [] (str *ns* " " (:file (meta #'side))))
(defn fail [] (throw (ex-info "failed" {})))

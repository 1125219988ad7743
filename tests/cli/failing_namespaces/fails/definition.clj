(ns fails.definition)

(def config
  (throw (ex-info "no config" {:looked-in "here"})))

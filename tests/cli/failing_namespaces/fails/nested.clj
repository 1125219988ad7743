(ns fails.nested
  (:require [fails.definition :as d]))

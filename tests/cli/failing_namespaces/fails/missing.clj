(ns fails.missing (:require fails.nowhere))

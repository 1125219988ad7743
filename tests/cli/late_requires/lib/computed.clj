(ns lib.computed)

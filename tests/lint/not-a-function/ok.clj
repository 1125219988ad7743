(ns ok)
(defn f [x]
  (:key x)
  ('sym x)
  ({:a 1} x)
  (#{1 2} x)
  ([1 2] x)
  (#'f x)
  (#(inc %) x))

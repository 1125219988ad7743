(ns flag
  (:import (java.awt Frame) ; !
           java.util.Date))
(defn f [] (Frame.))
(defn g [] (javax.swing.JPanel. (Date.))) ; !

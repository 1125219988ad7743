;; A ClassCastException tells the modules of both classes.
(defn refused [f] (println (try (f) (catch ClassCastException e (.getMessage e)))))
(def values
  [(java.sql.SQLException. "x") (java.sql.Timestamp. 0) (javax.xml.namespace.QName. "q") (org.xml.sax.SAXException. "x")
   (java.util.logging.Logger/getLogger "x") (javax.crypto.spec.SecretKeySpec. (byte-array [1]) "AES") (java.util.ArrayList.) [1] "text"])
(doseq [v values]
  (refused (fn [] (+ 1 v)))
  (refused (fn [] (.setNextException (java.sql.SQLException. "y") v)))
  (refused (fn [] (name v))))
(refused (fn [] (+ 1 (int-array 1))))
(refused (fn [] (name (into-array java.sql.Timestamp []))))

;; print-dup called by itself, and records with more than their fields.
(defmacro show [& expressions]
  `(do
     ~@(for [e expressions]
         `(println (pr-str '~e) "=>"
                   (try (pr-str ~e)
                        (catch Throwable t#
                          (let [message# (when-not (instance? NullPointerException t#) (.getMessage t#))
                                end# (when message# (.indexOf message# " ("))]
                            (str (.getName (class t#)) ": "
                                 (if (and end# (pos? end#)) (subs message# 0 end#) message#)))))))))

(defrecord Rect [w h])
(show
 (let [w (java.io.StringWriter.)] (print-dup {:a {}} w) (str w))
 (let [w (java.io.StringWriter.)] (print-dup {:a {:b 1}} w) (str w))
 (let [w (java.io.StringWriter.)] (print-dup [{} 1.5 #{1}] w) (str w))
 (let [w (java.io.StringWriter.)] (print-dup (list {} 1.5M #{1}) w) (str w))
 (let [w (java.io.StringWriter.)] (print-dup (into (array-map) {:a {}}) w) (str w))
 (let [w (java.io.StringWriter.)] (print-dup (hash-map :a {}) w) (str w))
 (let [w (java.io.StringWriter.)] (print-dup (->Rect {} 1) w) (str w))
 (let [w (java.io.StringWriter.)] (print-dup (assoc (->Rect 1 2) :x {}) w) (str w))
 (binding [*print-dup* true] (pr-str (assoc (->Rect 1 2) :x 5)))
 (let [w (java.io.StringWriter.)] (print-dup (persistent! (transient {:a {}})) w) (str w))
 (let [w (java.io.StringWriter.)] (print-dup (make-hierarchy) w) (str w))
 (let [w (java.io.StringWriter.)] (print-dup (with-meta {:a {}} {:b 1}) w) (str w)))

;; Metadata is printed where *print-meta* or *print-dup* asks for it, not because print-dup is called.
(defn duplicated [x] (let [w (java.io.StringWriter.)] (print-dup x w) (str w)))
(prn (map (fn [x] (duplicated (with-meta x {:b 1}))) ['a [1] '(1) #{1} (sorted-map 1 2) (sorted-set 1)]))
(binding [*print-meta* true] (println (duplicated (with-meta 'a {:b 1})) (duplicated (with-meta [1] {:b 1}))))
(binding [*print-dup* true] (println (duplicated (with-meta 'a {:b 1})) (duplicated (with-meta [1] {:b 1}))))

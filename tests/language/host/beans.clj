;; Properties of classes by java.beans.Introspector: their names, what reads and writes them.
(import '(java.beans BeanInfo Introspector PropertyDescriptor) '(java.util Date) '(javax.xml.datatype DatatypeConstants))

(definterface Switch
  (getLabel [])
  (^void setLabel [label])
  (^boolean isOn [])
  (getURL [])
  (^void setLevel [level])
  (flip []))

(deftype Lamp [^:unsynchronized-mutable label]
  Switch
  (getLabel [_] label)
  (setLabel [_ new-label] (set! label new-label) nil)
  (isOn [_] true)
  (getURL [_] "url")
  (setLevel [_ level] nil)
  (flip [this] this))

(defn- properties [cls & stop]
  (into (sorted-map)
        (map (fn [property]
               [(.getName property)
                [(some-> (.getReadMethod property) .getName) (some-> (.getWriteMethod property) .getName)]]))
        (.getPropertyDescriptors (if stop (Introspector/getBeanInfo cls (first stop)) (Introspector/getBeanInfo cls)))))

(prn (properties Switch))
(prn (properties Lamp))
(prn (properties Lamp Object))
(prn (map #(.getName %) (.getPropertyDescriptors (Introspector/getBeanInfo Switch))))

(def lamp (Lamp. "first"))
(def label (first (filter #(= "label" (.getName %)) (.getPropertyDescriptors (Introspector/getBeanInfo Lamp)))))
(println (.invoke (.getReadMethod label) lamp nil) (.getDisplayName label))
(.invoke (.getWriteMethod label) lamp (object-array ["second"]))
(println (.invoke (.getReadMethod label) lamp nil))
(println (instance? PropertyDescriptor label) (instance? BeanInfo (Introspector/getBeanInfo Lamp)) (sort-by str (supers PropertyDescriptor)))
(println (map (fn [text] (Introspector/decapitalize text)) ["FooBar" "URL" "X" "Ab" "aB" "" "ÄB" "Äb"]))
(println (select-keys (properties Date) ["time" "class"]))
(println DatatypeConstants/FIELD_UNDEFINED DatatypeConstants/DECEMBER DatatypeConstants/LESSER DatatypeConstants/MIN_TIMEZONE_OFFSET
         (class DatatypeConstants/JANUARY) (instance? javax.xml.datatype.XMLGregorianCalendar 1))
;; A method that returns something sets nothing: every property of a file has a reader.
(prn (every? #(.getReadMethod %) (.getPropertyDescriptors (java.beans.Introspector/getBeanInfo java.io.File)))
     (every? #(.getReadMethod %) (.getPropertyDescriptors (java.beans.Introspector/getBeanInfo BigDecimal))))

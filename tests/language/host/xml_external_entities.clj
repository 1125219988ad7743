; Entities that a document's own subset declares with a file: read where the factory supports them, nothing where not.
(import '(java.io File StringReader) '(javax.xml.stream XMLInputFactory XMLStreamException))

(def file (File/createTempFile "entity" ".xml"))
(spit file "<?xml version='1.0' encoding='UTF-8'?>out <b>side</b> &amp; \u00e9")

(defn events [document properties]
  (try
    (let [factory (XMLInputFactory/newInstance)]
      (doseq [[k v] properties] (.setProperty factory k v))
      (let [reader (.createXMLStreamReader factory (StringReader. document))]
        (loop [out []]
          (let [out (if (.isCharacters reader) (conj out (.getText reader)) (conj out (.getEventType reader)))]
            (if (.hasNext reader) (do (.next reader) (recur out)) out)))))
    (catch XMLStreamException e (.replace (re-find #"(?<=Message: ).*" (ex-message e)) (str file) "FILE"))))

(doseq [declaration [(str "SYSTEM \"" (.toURI file) "\"") (str "PUBLIC 'it' '" (.toURI file) "'") (str "SYSTEM 'file:" file ".nope'") "\"own\""]
        document ["<foo>a&x;b</foo>" "<foo a='&x;'/>" "<foo/>"]
        properties [{} {XMLInputFactory/IS_SUPPORTING_EXTERNAL_ENTITIES false} {XMLInputFactory/IS_REPLACING_ENTITY_REFERENCES false}
                    {XMLInputFactory/SUPPORT_DTD false}]]
  (prn (events (str "<!DOCTYPE foo [<!ENTITY x " declaration "><!ENTITY x 'second'>]>" document) properties)))
(.delete file)

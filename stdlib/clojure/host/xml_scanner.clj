(ns clojure.host.xml-scanner
  "Reads XML 1.0 event by event; for the classes of javax.xml.

  A scan is a map: :text, the rest of it from :at on; :open, the open elements, innermost first; :phase, :start,
  :prolog, :content, :trailing or :end; :entities, the declared ones; and the :options of the reader. `advance`
  returns the scan after one more event, with that event as :event. Line ends must be newlines by then.

  JVM differs: DTDs are read for their internal subset's entities only, and places inside of expanded entities count the
  expansion."
  (:require [clojure.host.xml-characters :refer [at? blank-unit? check-units fail name-end name-start? reference skip-blanks unit]]
            [clojure.host.xml-entities :as entities :refer [entity-text entity-value expand external? open-entities]]
            [clojure.string :as str]))

(def ^:private namespaces-rules "http://www.w3.org/TR/1999/REC-xml-names-19990114#")
(def ^:private xml-uri "http://www.w3.org/XML/1998/namespace")
(def ^:private xmlns-uri "http://www.w3.org/2000/xmlns/")

(def ^:private unended "XML document structures must start and end within the same entity.")

(defn- qualified-name-end [scan i]
  (let [text (:text scan)]
    (if (:namespaces (:options scan))
      (let [end (name-end text i false)]
        (if (and (< i end) (= 58 (unit text end)) (name-start? (unit text (inc end))))
          (name-end text (inc end) false)
          end))
      (name-end text i true))))

(defn- split-name
  "[prefix local] of a qualified name."
  [raw]
  (let [colon (str/index-of raw ":")]
    (if colon [(subs raw 0 colon) (subs raw (inc colon))] ["" raw])))

;; Markup other than elements

(defn- scan-comment [scan]
  (let [{:keys [text at]} scan
        dashes (str/index-of text "--" (+ at 4))]
    (cond
      (nil? dashes) (fail text (count text) unended)
      (not= 62 (unit text (+ dashes 2))) (fail text (+ dashes 2) "The string \"--\" is not permitted within comments.")
      :else (do (check-units text (+ at 4) dashes "the comment")
                (assoc scan :at (+ dashes 3) :event {:kind :comment :text (subs text (+ at 4) dashes)})))))

(defn- scan-instruction [scan]
  (let [{:keys [text at]} scan
        end (name-end text (+ at 2) true)
        target (subs text (+ at 2) end)]
    (when (= "" target)
      (fail text end "The processing instruction must begin with the name of the target."))
    (when (= "xml" (str/lower-case target))
      (fail text end "The processing instruction target matching \"[xX][mM][lL]\" is not allowed."))
    (let [close (str/index-of text "?>" end)
          start (skip-blanks text end)]
      (when-not close (fail text (count text) unended))
      (when (and (< end close) (= start end))
        (fail text end "White space is required between the processing instruction target and data."))
      (assoc scan :at (+ close 2)
             :event {:kind :instruction :target target :data (if (< start close) (subs text start close) "")}))))

(defn- quoted
  "[value after] of the quoted text at i, nil when none stands there."
  [text i]
  (when (#{34 39} (unit text i))
    (let [end (str/index-of text (str (.charAt text i)) (inc i))]
      (when-not end (fail text (count text) unended))
      [(subs text (inc i) end) (inc end)])))

(defn- scan-doctype [scan]
  (let [{:keys [text at]} scan
        n (name-end text (skip-blanks text (+ at 9)) true)
        external (re-find #"^\s+(?:SYSTEM|PUBLIC)\b" (subs text n (min (count text) (+ n 40))))
        ;; the end, and the internal subset: quotes and comments may contain what looks like either
        [end subset] (loop [i n start nil stop nil]
                       (let [u (unit text i)]
                         (cond
                           (neg? u) (fail text (count text) unended)
                           (or (= u 34) (= u 39)) (recur (second (quoted text i)) start stop)
                           (at? text i "<!--") (recur (+ 3 (or (str/index-of text "-->" i) (fail text (count text) unended)))
                                                      start stop)
                           (and (= u 91) (nil? start)) (recur (inc i) (inc i) stop)
                           (and (= u 93) start (nil? stop)) (recur (inc i) start i)
                           (and (= u 62) (or (nil? start) stop)) [(inc i) (if start (subs text start stop) "")]
                           :else (recur (inc i) start stop))))]
    (when (:doctype scan) (fail text (+ at 9) "Already seen doctype."))
    (assoc scan :at end :doctype true
           :entities (if (:dtd (:options scan)) (entities/declared subset) {})
           :event {:kind :dtd
                   :text (if external
                           (str "<!-- Exception scanning External DTD Subset.  True contents of DTD cannot be determined."
                                "  Processing will continue as XMLInputFactory.IS_VALIDATING == false. -->")
                           (subs text at end))})))

(defn scan-declaration
  "The scan after the XML declaration, if there is one, with :version, :encoding and :standalone."
  [scan]
  (let [{:keys [text]} scan]
    (if-not (and (at? text 0 "<?xml") (blank-unit? (unit text 5)))
      scan
      (loop [i 5 found {}]
        (let [j (skip-blanks text i)]
          (cond
            (at? text j "?>") (merge scan found {:at (+ j 2)})
            (neg? (unit text j)) (fail text (count text) unended)
            :else
            (let [end (name-end text j false)
                  attribute (keyword (subs text j end))
                  equals (skip-blanks text end)]
              (when-not (and (#{:version :encoding :standalone} attribute) (= 61 (unit text equals)))
                (fail text j "A pseudo attribute name is expected."))
              (let [[value after] (or (quoted text (skip-blanks text (inc equals)))
                                      (fail text (skip-blanks text (inc equals)) "The value following \"" (name attribute)
                                            "\" in the XML declaration must be a quoted string."))]
                (when-not (or (= :version attribute) (:version found))
                  (fail text after "The version is required in the XML declaration."))
                (when (and (= :version attribute) (not (#{"1.0" "1.1"} value)))
                  (fail text after "XML version \"" value "\" is not supported, only XML 1.0 is supported."))
                (recur after (assoc found attribute value))))))))))

;; Elements

(defn- attribute-value
  "[value after] of the attribute value whose quote is at i."
  [scan i element attribute]
  (let [text (:text scan)
        quote (unit text i)]
    (loop [j (inc i) out (StringBuilder.)]
      (let [u (unit text j)]
        (cond
          (= u quote) [(str out) (inc j)]
          (neg? u) (fail text (dec (count text)) unended)
          (= u 60) (fail text j "The value of attribute \"" attribute "\" associated with an element type \"" element
                         "\" must not contain the '<' character.")
          (= u 38) (let [[kind s after] (reference text j)]
                     (recur after (.append out (if (= kind :text) s (entity-value scan s (open-entities scan after) after)))))
          (blank-unit? u) (recur (inc j) (.append out \space))
          :else (do (check-units text j (inc j) (str "the value of attribute \"" attribute "\" and element is \"" element "\""))
                    (recur (inc j) (.append out (char u)))))))))

(defn- scan-attributes
  "[attributes after empty?]: [raw value]… of the start tag of the element, whose name ends at i."
  [scan i element]
  (let [text (:text scan)
        ill-formed (fn [i] (fail text i "Element type \"" element "\" must be followed by either attribute specifications, "
                                 "\">\" or \"/>\"."))]
    (loop [i i found []]
      (let [j (skip-blanks text i)
            u (unit text j)]
        (cond
          (neg? u) (fail text (count text) unended)
          (= u 62) [found (inc j) false]
          (= u 47) (if (= 62 (unit text (inc j))) [found (+ j 2) true] (ill-formed (inc j)))
          (= i j) (ill-formed i)
          :else
          (let [end (qualified-name-end scan j)
                attribute (subs text j end)
                equals (skip-blanks text end)]
            (when (= end j) (ill-formed j))
            (when-not (= 61 (unit text equals))
              (fail text equals "Attribute name \"" attribute "\" associated with an element type \"" element
                    "\" must be followed by the ' = ' character."))
            (let [start (skip-blanks text (inc equals))]
              (when-not (#{34 39} (unit text start))
                (fail text start "Open quote is expected for attribute \"" attribute "\" associated with an  element type  \""
                      element "\"."))
              (let [[value after] (attribute-value scan start element attribute)]
                (when (and (:namespaces (:options scan)) (str/starts-with? attribute "xmlns:"))
                  (let [local (subs attribute 6)
                        rule (cond (= "xmlns" local) "CantBindXMLNS"
                                   (and (= "xml" local) (not= xml-uri value)) "CantBindXML"
                                   (= "" value) "EmptyPrefixedAttName")]
                    (when rule
                      (fail text after namespaces-rules rule "?prefix=\"xmlns\",localpart=\"" local "\",rawname=\""
                            attribute "\""))))
                (when (and (not (:namespaces (:options scan))) (some (fn [[n]] (= n attribute)) found))
                  (fail text after "Attribute \"" attribute "\" was already specified for element \"" element "\"."))
                (recur after (conj found [attribute value]))))))))))

(defn- declaration? [[attribute]] (or (= "xmlns" attribute) (str/starts-with? attribute "xmlns:")))

(defn- resolved-attributes
  "{:prefix :local :uri :value}… with the namespaces of the scope."
  [scan element attributes scope after]
  (let [text (:text scan)
        resolved (mapv (fn [[raw value]]
                         (let [[prefix local] (split-name raw)
                               uri (case prefix "" nil "xml" xml-uri (get scope prefix))]
                           (when (and (not= "" prefix) (nil? uri))
                             (fail text after namespaces-rules "AttributePrefixUnbound?" element "&" raw "&" prefix))
                           {:prefix prefix :local local :uri uri :value value}))
                       attributes)]
    (reduce (fn [seen {:keys [local uri]}]
              (when (contains? seen [local uri])
                (if uri
                  (fail text after namespaces-rules "AttributeNSNotUnique?" element "&" local "&" uri)
                  (fail text after namespaces-rules "AttributeNotUnique?" element "&" local)))
              (conj seen [local uri]))
            #{}
            resolved)
    resolved))

(defn- scan-element [scan]
  (let [{:keys [text at open]} scan
        end (qualified-name-end scan (inc at))
        raw (subs text (inc at) end)
        [attributes after empty] (scan-attributes scan end raw)
        outer (:scope (first open) {})
        aware (:namespaces (:options scan))
        declared (when aware
                   (mapv (fn [[n uri]] [(when-not (= n "xmlns") (subs n 6)) (when-not (= "" uri) uri)])
                         (filter declaration? attributes)))
        scope (reduce (fn [scope [prefix uri]] (assoc scope (or prefix "") uri)) outer declared)
        [prefix local] (if aware (split-name raw) ["" raw])
        uri (when aware (if (= "xml" prefix) xml-uri (get scope prefix)))
        _ (when (and aware (not= "" prefix) (nil? uri))
            (fail text after namespaces-rules "ElementPrefixUnbound?" prefix "&" raw))
        attributes (if aware
                     (resolved-attributes scan raw (remove declaration? attributes) scope after)
                     (mapv (fn [[n value]]
                             (let [[prefix local] (split-name n)]
                               {:prefix prefix :local local :uri (when (= prefix "xmlns") xmlns-uri) :value value}))
                           attributes))
        element {:raw raw :prefix prefix :local local :uri uri :namespaces (or declared []) :scope scope}]
    (assoc scan :at after :phase :content :open (conj open element) :close empty
           :event (assoc element :kind :start :attributes attributes))))

(defn- close-element [scan after]
  (let [{:keys [open]} scan]
    (assoc scan :at after :open (next open) :close false :phase (if (next open) :content :trailing)
           :event (assoc (first open) :kind :end))))

(defn- scan-end-tag [scan]
  (let [{:keys [text at open]} scan
        raw (:raw (first open))
        i (+ at 2)]
    (when-not (at? text i raw)
      (fail text i "The element type \"" raw "\" must be terminated by the matching end-tag \"</" raw ">\"."))
    (let [end (skip-blanks text (+ i (count raw)))]
      (when (neg? (unit text end)) (fail text (count text) unended))
      (when-not (= 62 (unit text end))
        (fail text end "The end-tag for element type \"" raw "\" must end with a '>' delimiter."))
      (close-element scan (inc end)))))

;; Text

(defn- cdata-end [scan]
  (let [{:keys [text at]} scan]
    (or (str/index-of text "]]>" (+ at 9)) (fail text (count text) unended))))

(defn- text-end
  "The offset of the next < or & or the end. Each character is looked at once."
  [text i]
  (loop [i i]
    (let [u (unit text i)]
      (cond
        (or (= u 60) (= u 38) (neg? u)) i
        (and (= u 93) (at? text i "]]>"))
        (fail text (+ i 3) "The character sequence \"]]>\" must not appear in content unless used to mark the end of "
              "a CDATA section.")
        :else (do (when-not (<= 32 u 0xd7ff) (check-units text i (inc i) "the element content of the document"))
                  (recur (inc i)))))))

(defn- place-after-text
  "Where the JDK's reader stands after text: after the first characters of the markup."
  [text at]
  (cond (at? text at "</") (+ at 2) (< at (count text)) (inc at) :else at))

(defn- text-event [scan s at]
  (assoc scan :at at :event {:kind :text :text s :place (place-after-text (:text scan) at)}))

(defn- scan-text-piece
  "The scan after one piece of text, or nil when an entity begins with markup."
  [scan]
  (let [{:keys [text at]} scan]
    (cond
      (at? text at "<![CDATA[")
      (let [end (cdata-end scan)]
        (assoc scan :at (+ end 3) :event {:kind :text :text (subs text (+ at 9) end)}))

      (= 38 (unit text at))
      (let [[kind s after] (reference text at)]
        (cond
          (= kind :text) (assoc scan :at after :event {:kind :text :text s})
          (or (:references (:options scan)) (external? scan s)) (recur (expand scan at after s))
          :else (assoc scan :at after :event {:kind :reference :name s :text (entity-text scan s after)})))

      (= 60 (unit text at)) (assoc scan :event nil)
      (neg? (unit text at)) (fail text (count text) unended)
      :else (let [end (text-end text at)] (text-event scan (subs text at end) end)))))

(defn- scan-coalesced [scan]
  (loop [scan scan out [] any false]
    (let [{:keys [text at]} scan
          markup (and (= 60 (unit text at)) (not (at? text at "<![CDATA[")))]
      (if markup
        (if any (text-event scan (apply str out) at) (assoc scan :event nil))
        (let [piece (scan-text-piece scan)
              event (:event piece)]
          (cond
            (nil? event) (recur piece out any)
            (= :reference (:kind event)) (if any (text-event scan (apply str out) at) piece)
            :else (recur piece (conj out (:text event)) true)))))))

(defn- scan-markup [scan]
  (let [{:keys [text at phase open]} scan
        u (unit text (inc at))]
    (cond
      (= 63 u) (scan-instruction scan)
      (at? text at "<!--") (scan-comment scan)
      (and (at? text at "<!DOCTYPE") (= :prolog phase)) (scan-doctype scan)
      (and (= 47 u) open) (scan-end-tag scan)
      (and (not= :trailing phase) (< (inc at) (qualified-name-end scan (inc at)))) (scan-element scan)
      (neg? u) (fail text (count text) unended)
      :else (fail text (if (= 33 u) (+ at 2) (inc at))
                  (case phase
                    :prolog "The markup in the document preceding the root element must be well-formed."
                    :trailing "The markup in the document following the root element must be well-formed."
                    "The content of elements must consist of well-formed character data or markup.")))))

(defn advance
  "The scan with the next event as :event, a map with :kind :document, :start, :end, :text, :comment, :instruction,
  :dtd, :reference or :end-document. Throws XMLStreamException for what is not well-formed."
  [scan]
  (let [{:keys [text at phase close]} scan]
    (cond
      close (close-element scan at)

      (= :content phase)
      (if (and (= 60 (unit text at)) (not (at? text at "<![CDATA[")))
        (scan-markup scan)
        (let [next (if (:coalescing (:options scan)) (scan-coalesced scan) (scan-text-piece scan))]
          (if (:event next) next (recur next))))

      :else
      (let [i (skip-blanks text at)
            u (unit text i)]
        (cond
          (= 60 u) (scan-markup (assoc scan :at i))
          (pos? u) (fail text (if (= 38 u) (inc i) i)
                         (cond (= :trailing phase) "Content is not allowed in trailing section."
                               (= 38 u) "Reference is not allowed in prolog."
                               :else "Content is not allowed in prolog."))
          (= :prolog phase) (fail text (count text) (if (:doctype scan) unended "Premature end of file."))
          :else (assoc scan :at i :phase :end :event {:kind :end-document}))))))

(defn start
  "A scan at the start of the text, which has read the XML declaration. options: :namespaces, :coalescing,
  :references (are entities replaced?), :dtd, :external (the text of an external entity by its id, or nil)."
  [text options]
  (let [scan (scan-declaration {:text (str/replace text #"\r\n?" "\n") :at 0 :open nil :phase :prolog :entities {}
                                :options options})]
    (assoc scan :event {:kind :document})))

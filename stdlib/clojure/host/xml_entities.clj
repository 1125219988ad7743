(ns clojure.host.xml-entities
  "The entities that the internal subset of a DTD declares, a map of names to texts, or to {:system id} of external ones; and what
  stands for references to them in a scan (clojure.host.xml-scanner)."
  (:require [clojure.host.xml-characters :refer [fail reference]]
            [clojure.string :as str]))

(def ^:private literal "(?:\"([^\"]*)\"|'([^']*)')")

(def ^:private declaration
  (re-pattern (str "<!ENTITY\\s+([^\\s%]+)\\s+(?:" literal "|(?:SYSTEM|PUBLIC\\s+(?:\"[^\"]*\"|'[^']*'))\\s+" literal ")\\s*>")))

(defn declared
  "The entities of a subset; the first declaration of a name counts."
  [subset]
  (reduce (fn [entities [_ n double-quoted single-quoted & system]]
            (let [value (or double-quoted single-quoted)]
              (cond
                (contains? entities n) entities
                value (assoc entities n (str/replace value #"&#(?:x[0-9a-fA-F]+|[0-9]+);" (fn [r] (second (reference r 0)))))
                :else (assoc entities n {:system (some identity system)}))))
          {}
          (re-seq declaration (str/replace subset #"(?s)<!--.*?-->" ""))))

(defn- external-text
  "What stands for an external entity: nothing, or what `read` gives of its id, without the declaration at its start."
  [entity read]
  (if read (str/replace (read (:system entity)) #"^<\?xml\s[^?]*\?>" "") ""))

(def ^:private expansion-limit 64000)

(defn external?
  "Whether the entity of that name is one of another file."
  [scan entity]
  (map? (get (:entities scan) entity)))

(defn entity-text
  "What it stands for, where a reference to it ends at `after`."
  [scan entity after]
  (let [value (or (get (:entities scan) entity)
                  (fail (:text scan) after "The entity \"" entity "\" was referenced, but not declared."))]
    (if (string? value)
      value
      (try
        (external-text value (:external (:options scan)))
        (catch java.io.IOException e (fail (:text scan) after (ex-message e)))))))

;; What stands in place of a reference is part of the scan's text. An entity is open as long as no less text is left than
;; there was behind the reference to it: :expanding of a scan has pairs of both, the outermost first.

(defn- still-open [scan after]
  (let [left (- (count (:text scan)) after)]
    (filterv (fn [[_ behind]] (<= behind left)) (:expanding scan))))

(defn open-entities
  "The names of the entities in whose texts a reference that ends at `after` stands, the outermost first."
  [scan after]
  (mapv first (still-open scan after)))

(defn- refuse-recursion [scan entity path after]
  (when (some #{entity} path)
    (let [between (next (drop-while (complement #{entity}) path))]
      (fail (:text scan) after "Recursive entity reference \"" entity "\". (Reference path: "
            (str/join " -> " (concat [entity] (or between [entity]) [entity])) "),"))))

(defn expand
  "The scan with the entity's text in place of the reference between from and after."
  [scan from after entity]
  (let [text (:text scan)
        open (still-open scan after)
        expansions (inc (:expansions scan 0))]
    (refuse-recursion scan entity (map first open) after)
    (when (> expansions expansion-limit)
      (fail text after "JAXP00010001: The parser has encountered more than \"" expansion-limit
            "\" entity expansions in this document; this is the limit imposed by the JDK."))
    (assoc scan :expansions expansions
           :expanding (conj open [entity (- (count text) after)])
           :text (str (subs text 0 from) (entity-text scan entity after) (subs text after)))))

(defn entity-value
  "The text of an entity with all that it refers to, for attribute values. It is referred to within the entities of `path`."
  [scan entity path after]
  (refuse-recursion scan entity path after)
  (when (external? scan entity)
    (fail (:text scan) (dec after) "The external entity reference \"&" entity ";\" is not permitted in an attribute value."))
  (let [value (entity-text scan entity after)]
    (loop [i 0 out ""]
      (let [j (or (str/index-of value "&" i) (count value))
            out (str out (str/replace (subs value i j) #"[\n\t\r]" " "))]
        (if (= j (count value))
          out
          (let [[kind s next] (reference value j)]
            (recur next (str out (if (= kind :text) s (entity-value scan s (conj path entity) after))))))))))

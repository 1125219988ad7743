(ns clojure.host.xml-entities
  "The entities that the internal subset of a DTD declares: a map of names to texts, or to {:system id} of external ones."
  (:require [clojure.string :as str]))

(def ^:private literal "(?:\"([^\"]*)\"|'([^']*)')")

(def ^:private declaration
  (re-pattern (str "<!ENTITY\\s+([^\\s%]+)\\s+(?:" literal "|(?:SYSTEM|PUBLIC\\s+(?:\"[^\"]*\"|'[^']*'))\\s+" literal ")\\s*>")))

(defn declared
  "The entities of a subset; the first declaration of a name counts. `character` gives the text of a reference to a character."
  [subset character]
  (reduce (fn [entities [_ n double-quoted single-quoted & system]]
            (let [value (or double-quoted single-quoted)]
              (cond
                (contains? entities n) entities
                value (assoc entities n (str/replace value #"&#(?:x[0-9a-fA-F]+|[0-9]+);" character))
                :else (assoc entities n {:system (some identity system)}))))
          {}
          (re-seq declaration (str/replace subset #"(?s)<!--.*?-->" ""))))

(defn external-text
  "What stands for an external entity: nothing, or what `read` gives of its id, without the declaration at its start."
  [entity read]
  (if read (str/replace (read (:system entity)) #"^<\?xml\s[^?]*\?>" "") ""))

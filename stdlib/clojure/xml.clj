;; clojure.xml: documents as maps of :tag, :attrs and :content. The parser is written here; it reads
;; XML 1.0 without external entities, and does not validate.

(ns clojure.xml
  "Reads and writes XML."
  (:require [clojure.java.io :as io]
            [clojure.string :as str]))

(defstruct element :tag :attrs :content)

(def ^{:doc "The tag of an element, a keyword."} tag (accessor element :tag))
(def ^{:doc "The attributes of an element, a map of keyword to string, or nil."} attrs (accessor element :attrs))
(def ^{:doc "The content of an element, a vector of strings and elements, or nil."} content (accessor element :content))

;; Parsing. A parser is a function of the text and an offset that returns what it read and the
;; offset after it.

(defn- fail [text at message]
  (let [before (subs text 0 (min at (count text)))
        line (inc (count (filter (fn [c] (= c \newline)) before)))
        column (- (count before) (.lastIndexOf before "\n"))]
    (throw (IllegalArgumentException.
            (str message " (line " line ", column " column ")")))))

(defn- starts? [text at prefix]
  (.startsWith text prefix at))

(defn- find-end
  "The offset of the text that ends what began at `at`."
  [text at end what]
  (let [i (.indexOf text end at)]
    (if (neg? i)
      (fail text at (str what " does not end with " end))
      i)))

(defn- skip-blanks [text at]
  (loop [i at]
    (if (and (< i (count text)) (Character/isWhitespace (.charAt text i)))
      (recur (inc i))
      i)))

(defn- name-char? [c]
  (or (Character/isLetterOrDigit c) (#{\: \_ \- \.} c) (> (int c) 127)))

(defn- read-name [text at]
  (loop [i at]
    (if (and (< i (count text)) (name-char? (.charAt text i)))
      (recur (inc i))
      (if (= i at)
        (fail text at "A name is expected")
        [(subs text at i) i]))))

(def ^:private entities {"amp" "&" "lt" "<" "gt" ">" "quot" "\"" "apos" "'"})

(defn- character [code]
  (String. (Character/toChars code)))

(defn- decode
  "The text with its entities replaced."
  [whole at text]
  (if (str/includes? text "&")
    (str/replace text #"&([^;\s]*);?"
                 (fn [[found n]]
                   (cond
                     (not (str/ends-with? found ";")) (fail whole at "& begins an entity that does not end with ;")
                     (re-matches #"#x[0-9a-fA-F]+" n) (character (Long/parseLong (subs n 2) 16))
                     (re-matches #"#\d+" n) (character (parse-long (subs n 1)))
                     :else (or (entities n)
                               (fail whole at (str "The entity \"" n "\" was referenced, but not declared."))))))
    text))

(defn- read-attributes
  "[attributes offset]: the attributes as a map, the last one first as on the JVM, or nil."
  [text at]
  (loop [i (skip-blanks text at) found ()]
    (if (or (starts? text i ">") (starts? text i "/>") (>= i (count text)))
      [(when (seq found) (into {} found)) i]
      (let [[n i] (read-name text i)
            i (skip-blanks text i)
            _ (when-not (starts? text i "=")
                (fail text i (str "Attribute name \"" n "\" must be followed by the ' = ' character.")))
            i (skip-blanks text (inc i))
            quote (when (< i (count text)) (.charAt text i))
            _ (when-not (#{\" \'} quote)
                (fail text i (str "Open quote is expected for attribute \"" n "\".")))
            end (find-end text (inc i) (str quote) "The value of an attribute")
            value (decode text i (str/replace (subs text (inc i) end) #"[\n\t\r]" " "))
            k (keyword n)]
        (when (some (fn [[other]] (= k other)) found)
          (fail text i (str "Attribute \"" n "\" was already specified.")))
        (recur (skip-blanks text (inc end)) (conj found [k value]))))))

(defn- skip-doctype [text at]
  (loop [i at depth 0]
    (cond
      (>= i (count text)) (fail text at "The document type declaration does not end")
      (= \[ (.charAt text i)) (recur (inc i) (inc depth))
      (= \] (.charAt text i)) (recur (inc i) (dec depth))
      (and (= \> (.charAt text i)) (zero? depth)) (inc i)
      :else (recur (inc i) depth))))

(defn- markup
  "What stands at the offset, when it is no element: [kind text after]; :cdata has text."
  [text at]
  (cond
    (starts? text at "<!--") (let [end (find-end text (+ at 4) "-->" "A comment")]
                               [:skipped nil (+ end 3)])
    (starts? text at "<?") (let [end (find-end text (+ at 2) "?>" "A processing instruction")]
                             [:skipped nil (+ end 2)])
    (starts? text at "<![CDATA[") (let [end (find-end text (+ at 9) "]]>" "A CDATA section")]
                                    [:cdata (subs text (+ at 9) end) (+ end 3)])
    (starts? text at "<!DOCTYPE") [:skipped nil (skip-doctype text at)]))

(defn- add-text
  "The contents with the text that was collected, unless it is blank."
  [contents collected]
  (let [s (apply str collected)]
    (if (str/blank? s)
      contents
      (conj (or contents []) s))))

(defn- start-tag
  "[element empty? after] of the start tag at the offset."
  [text at]
  (let [[n i] (read-name text (inc at))
        [attributes i] (read-attributes text i)]
    (cond
      (starts? text i "/>") [(struct element (keyword n) attributes nil) true (+ i 2)]
      (starts? text i ">") [(struct element (keyword n) attributes nil) false (inc i)]
      :else (fail text i (str "Element type \"" n "\" must be followed by either attribute specifications, \">\" or \"/>\".")))))

(defn- read-document [text]
  ;; The stack has the open elements, each with the text collected since its last child.
  (loop [i (skip-blanks text (if (starts? text 0 "\uFEFF") 1 0)) stack () root nil]
    (let [[open collected] (first stack)]
      (cond
        (>= i (count text))
        (cond
          open (fail text i (str "XML document structures must start and end within the same entity: "
                                 (name (:tag open)) " is open"))
          (nil? root) (fail text i "Premature end of file.")
          :else root)

        (starts? text i "</")
        (let [[n end] (read-name text (+ i 2))
              end (skip-blanks text end)]
          (when-not (and open (= (keyword n) (:tag open)) (starts? text end ">"))
            (fail text i (if open
                           (str "The element type \"" (name (:tag open))
                                "\" must be terminated by the matching end-tag \"</" (name (:tag open)) ">\".")
                           "The markup in the document following the root element must be well-formed.")))
          (let [closed (update open :content add-text collected)
                [[parent parent-text] & outer] (next stack)]
            (if parent
              (recur (inc end)
                     (conj outer [(assoc parent :content
                                         (conj (or (add-text (:content parent) parent-text) []) closed))
                                  []])
                     root)
              (recur (skip-blanks text (inc end)) () closed))))

        :else
        (if-let [[kind found after] (when (starts? text i "<") (markup text i))]
          (if (= kind :cdata)
            (recur after (conj (next stack) [open (conj collected found)]) root)
            (recur (if open after (skip-blanks text after)) stack root))
          (cond
            (and (nil? open) (or root (not (starts? text i "<"))))
            (fail text i (if root
                           "The markup in the document following the root element must be well-formed."
                           "Content is not allowed in prolog."))

            (starts? text i "<")
            (let [[el empty? after] (start-tag text i)
                  stack (if empty?
                          (if open
                            (conj (next stack)
                                  [(assoc open :content
                                          (conj (or (add-text (:content open) collected) []) el))
                                   []])
                            stack)
                          (conj stack [el []]))]
              (if (and empty? (nil? open))
                (recur (skip-blanks text after) stack el)
                (recur after stack root)))

            :else
            (let [end (let [n (.indexOf text "<" i)] (if (neg? n) (count text) n))]
              (recur end
                     (conj (next stack) [open (conj collected (decode text i (str/replace (subs text i end) "\r\n" "\n")))])
                     root))))))))

(defn parse
  "Reads a document from a File, an input stream or the name of a file, and returns its root: elements
  are maps of :tag, a keyword, :attrs, a map, and :content, a vector of strings and elements. Blank
  text, comments and processing instructions are left out. Throws IllegalArgumentException for
  what is not well-formed. startparse, a function of the source and a handler, may return a
  document of its own."
  {:added "1.0"}
  ([s] (read-document (slurp s)))
  ([s startparse] (startparse s nil)))

(defn startparse-sax
  "Reads a document; for parse."
  {:added "1.0"}
  [s ch]
  (read-document (slurp s)))

(defn startparse-sax-safe
  "Reads a document; for parse. External entities are never read."
  {:added "1.11"}
  [s ch]
  (read-document (slurp s)))

;; Writing

(defn emit-element
  "Prints an element, or a string, a line for each tag and text."
  [e]
  (if (string? e)
    (println e)
    (do
      (print (str "<" (name (:tag e))))
      (doseq [[k v] (:attrs e)]
        (print (str " " (name k) "='" v "'")))
      (if (:content e)
        (do
          (println ">")
          (run! emit-element (:content e))
          (println (str "</" (name (:tag e)) ">")))
        (println "/>")))))

(defn emit
  "Prints a document with its declaration."
  {:added "1.0"}
  [x]
  (println "<?xml version='1.0' encoding='UTF-8'?>")
  (emit-element x))

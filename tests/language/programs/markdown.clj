; Markdown to HTML with regular expressions, a line classifier and a little state machine.
(ns markdown
  (:require [clojure.string :as str]))

(def ^:private escapes {\& "&amp;" \< "&lt;" \> "&gt;" \" "&quot;"})
(defn escape [s] (str/escape s escapes))

(def ^:private inline-rules
  [[#"`([^`]+)`" (fn [[_ code]] (str "<code>" code "</code>"))]
   [#"!\[([^\]]*)\]\(([^)\s]+)(?:\s+&quot;(.*?)&quot;)?\)"
    (fn [[_ alt src title]] (str "<img src=\"" src "\" alt=\"" alt "\"" (when title (str " title=\"" title "\"")) ">"))]
   [#"\[([^\]]+)\]\(([^)]+)\)" "<a href=\"$2\">$1</a>"]
   [#"(?<!\\)\*\*(?=\S)(.+?)(?<=\S)\*\*" "<strong>$1</strong>"]
   [#"(?<!\\)(?<!\w)_(?=\S)(.+?)(?<=\S)_(?!\w)" "<em>$1</em>"]
   [#"(?<!\\)\*(?=\S)([^*]+?)\*" "<em>$1</em>"]
   [#"~~(.+?)~~" "<del>$1</del>"]
   [#"(?i)\b(https?://[^\s<]+[^\s<.,;:!?)])(?![^<]*</a>|\")" "<a href=\"$1\">$1</a>"]
   [#" {2,}\n" "<br>\n"]
   [#"\\([*_`\\])" "$1"]])

(defn inline [text]
  (reduce (fn [s [pattern replacement]] (str/replace s pattern replacement)) (escape text) inline-rules))

(def ^:private line-kinds
  [[:blank #"^\s*$"]
   [:fence #"^```\s*(\w*)\s*$"]
   [:heading #"^(#{1,6})\s+(.*?)\s*#*$"]
   [:rule #"^(?:-{3,}|\*{3,}|_{3,})\s*$"]
   [:quote #"^>\s?(.*)$"]
   [:bullet #"^(\s*)[-*+]\s+(.*)$"]
   [:number #"^(\s*)(\d+)[.)]\s+(.*)$"]
   [:table #"^\|(.+)\|\s*$"]
   [:code #"^(?: {4}|\t)(.*)$"]])

(defn classify [line]
  (or (some (fn [[kind pattern]]
              (when-let [m (re-matches pattern line)]
                (into [kind] (if (vector? m) (rest m) [m]))))
            line-kinds)
      [:text line]))

(defn slug [text] (-> text str/lower-case (str/replace #"[^\p{L}\p{N}\s-]" "") str/trim (str/replace #"\s+" "-")))

(declare blocks)

(defn- take-kind [kind lines] (split-with #(= kind (first %)) lines))

(defn- cells [row] (mapv str/trim (str/split row #"\|")))

(defn- table-html [rows]
  (let [[header divider & body] (map (comp cells second) rows)
        aligns (map (fn [d] (condp re-matches d #":-+:" "center" #"-+:" "right" #":?-+" nil)) divider)
        row (fn [tag cols]
              (str "<tr>" (apply str (map (fn [c a] (str "<" tag (when a (str " align=\"" a "\"")) ">" (inline c) "</" tag ">")) cols aligns)) "</tr>"))]
    (str/join "\n" (concat ["<table>" (row "th" header)] (map (partial row "td") body) ["</table>"]))))

(defn- list-html [tag text-of items]
  (let [[[_ indent] :as items] items
        depth (count indent)
        grouped (reduce (fn [groups [_ ind :as item]]
                          (if (> (count ind) depth)
                            (update groups (dec (count groups)) conj item)
                            (conj groups [item])))
                        [] items)]
    (str "<" tag ">\n"
         (str/join "\n" (for [[item & nested] grouped]
                          (str "<li>" (inline (text-of item)) (when nested (str "\n" (list-html tag text-of nested) "\n")) "</li>")))
         "\n</" tag ">")))

(defn blocks [lines]
  (loop [lines lines out []]
    (if-let [[kind a b] (first lines)]
      (case kind
        :blank (recur (rest lines) out)
        :rule (recur (rest lines) (conj out "<hr>"))
        :heading (recur (rest lines) (conj out (format "<h%1$d id=\"%2$s\">%3$s</h%1$d>" (count a) (slug b) (inline b))))
        :fence (let [[code [_ & more]] (split-with #(not= :fence (first %)) (rest lines))]
                 (recur more (conj out (str "<pre><code" (when (seq a) (str " class=\"" a "\"")) ">"
                                            (str/join "\n" (map (comp escape :raw meta) code)) "</code></pre>"))))
        :code (let [[code more] (take-kind :code lines)]
                (recur more (conj out (str "<pre><code>" (str/join "\n" (map (comp escape second) code)) "</code></pre>"))))
        :quote (let [[quoted more] (take-kind :quote lines)]
                 (recur more (conj out (str "<blockquote>\n" (str/join "\n" (blocks (map (comp classify second) quoted))) "\n</blockquote>"))))
        :bullet (let [[items more] (take-kind :bullet lines)]
                  (recur more (conj out (list-html "ul" last items))))
        :number (let [[items more] (take-kind :number lines)]
                  (recur more (conj out (list-html "ol" last items))))
        :table (let [[rows more] (take-kind :table lines)]
                 (recur more (conj out (table-html rows))))
        :text (let [[paragraph more] (take-kind :text lines)]
                (recur more (conj out (str "<p>" (inline (str/join "\n" (map second paragraph))) "</p>")))))
      out)))

(defn ->html [text]
  (str/join "\n" (blocks (map (fn [line] (with-meta (classify line) {:raw line})) (str/split-lines text)))))

(println (->html "# Hello, *World*!  \n\nSome **bold**, _emphasis_ and `code <b>`; 2 * 3 * 4.\nSee [the docs](http://x.org/a_b) or http://example.com/q?a=1&b=2.\n
## Ünïcode & more ##
- one\n- two\n  - nested\n  - deeper\n* three\n
1. first\n2) second\n
> quoted *text*\n> > twice\n
```clojure\n(< 1 2) ; **no**\n\n# not a heading\n```\n
    indented <code>\n    more\n
| Name | Qty | Price |\n|:-----|:---:|------:|\n| Tea | 2 | 3.50 |\n| *Milk* | 1 | 0.99 |\n
---\n![alt](a.png \"title\") and ![x](b.png)\nline  \nbreak \\*not em\\* snake_case_name ~~gone~~"))
(println (map classify ["" "# T" "-" "- a" "10. b" "text" "***" "> q" "    c" "|a|b|"]))
(println (slug "What's New? (v1.2)") (slug "  ÄÖ  x  ") (escape "<a href=\"x\">&</a>"))
(println (->html "") (->html "\n\n") (->html "```\nunclosed"))
(println (inline "**a** **b**") (inline "a*b*c") (inline "_a_b_") (inline "**") (inline "`*x*`"))

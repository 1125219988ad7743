;; The layout of pretty printed text: where lines end and how far they are indented.
;;
;; This is the algorithm of XP (Waters 1989) as clojure.pprint applies it. Text, the starts and
;; ends of logical blocks, changes of indentation and places for newlines are tokens. As long as
;; the tokens that wait fit on the line, nothing is decided; when they do not, the oldest place
;; for a newline is:
;;   :linear     a newline when what is left of its block does not fit, or the block already has one
;;   :fill       one when what follows up to the next place does not fit, or what came before spans
;;               lines
;;   :miser      as :linear, but only in a block that starts near the right margin
;;   :mandatory  always one
;; At the end, or before text with line ends of its own, the waiting tokens are written as they are.
;;
;; A session lays out what goes to one writer. Its state, like that of a block, is an array, whose
;; slots `slot` and `put!` know by name.

(ns clojure.pprint.layout
  "Breaks pretty printed text into lines."
  (:require [clojure.string :as str]))

(def ^:private slots
  {;; sessions
   :target 0      ; the writer
   :margin 1      ; lines end before this column; nil: never broken
   :miser-width 2
   :column 3      ; of what was written to the target
   :waiting 4     ; vector of tokens that are not decided yet
   :buffering? 5  ; false until the first place for a newline, and after text with line ends
   :block 6       ; the innermost block
   :spaces 7      ; blanks that are written before the next text, dropped before a newline
   :position 8    ; how much text there was so far
   :text 9        ; a StringWriter: text that was printed and is no token yet
   ;; blocks
   :parent 0 :prefix 1 :line-prefix 2 :suffix 3
   :start 4       ; the column where its content starts
   :indent 5      ; the column where its lines start
   :broken? 6     ; it has a newline
   :spans? 7})    ; its current piece has one

(defmacro ^:private slot [object k]
  `(aget ~object ~(slots k)))

(defmacro ^:private put! [object k value]
  `(aset ~object ~(slots k) ~value))

(defn- make-block [parent prefix line-prefix suffix]
  (object-array [parent prefix line-prefix suffix 0 0 false false]))

(defn session
  "A session that writes to the writer."
  [target margin miser-width]
  (object-array [target margin miser-width 0 [] false (make-block nil nil nil nil) nil 0
                 (clojure.core/-string-writer)]))

(defn- emit [s text]
  (let [line-end (.lastIndexOf text "\n")]
    (put! s :column (if (neg? line-end)
                      (+ (slot s :column) (count text))
                      (- (count text) (inc line-end))))
    (clojure.core/-write (slot s :target) text)))

(defn- emit-spaces [s]
  (when-let [spaces (slot s :spaces)]
    (emit s spaces)
    (put! s :spaces nil)))

(defn- fits? [s tokens]
  (or (nil? (slot s :margin))
      (< (+ (slot s :column)
            (if (seq tokens) (- (:to (peek tokens)) (:from (first tokens))) 0))
         (slot s :margin))))

(defn- encloses? [outer block]
  (loop [b (slot block :parent)]
    (cond
      (nil? b) false
      (identical? b outer) true
      :else (recur (slot b :parent)))))

(defn- break-line [s {:keys [block]}]
  (let [prefix (or (slot block :line-prefix) "")]
    (put! s :spaces nil)
    (emit s "\n")
    (emit s (apply str prefix (repeat (- (slot block :indent) (count prefix)) \space)))
    (put! block :broken? true)
    (put! block :spans? false)
    (loop [b (slot block :parent)]
      (when b
        (put! b :broken? true)
        (put! b :spans? true)
        (recur (slot b :parent))))))

(defn- open-block [s block]
  (when-let [prefix (slot block :prefix)]
    (emit s prefix))
  (put! block :start (slot s :column))
  (put! block :indent (slot s :column)))

(defn- set-indent [s block relative-to n]
  (put! block :indent (+ n (if (= relative-to :block) (slot block :start) (slot s :column)))))

(defn- emit-token [s {:keys [type block] :as token}]
  (if (= type :newline)
    (when (or (= (:kind token) :mandatory)
              (and (not= (:kind token) :fill) (slot block :broken?)))
      (break-line s token))
    (do
      (emit-spaces s)
      (case type
        :text (do (emit s (:text token))
                  (put! s :spaces (:spaces token)))
        :open (open-block s block)
        :close (when-let [suffix (slot block :suffix)] (emit s suffix))
        :indent (set-indent s block (:relative-to token) (:n token))))))

(defn- emit-tokens [s tokens]
  (doseq [token tokens]
    (emit-token s token)))

(defn- up-to-newline
  "How many tokens stand before the next place for a newline of a block for which stop? holds."
  [tokens stop?]
  (count (take-while (fn [t] (not (and (= :newline (:type t)) (stop? (:block t))))) tokens)))

(defn- break?
  "Whether the place becomes a newline: section is what follows it in its block, next-piece what
  follows it up to the next place."
  [s {:keys [kind block]} section next-piece]
  (let [linear? (fn [] (or (slot block :broken?) (not (fits? s section))))
        miser? (fn []
                 (and (slot s :miser-width) (slot s :margin)
                      (>= (slot block :start) (- (slot s :margin) (slot s :miser-width)))
                      (linear?)))]
    (case kind
      :linear (linear?)
      :miser (miser?)
      :mandatory true
      :fill (or (slot block :spans?) (not (fits? s next-piece)) (miser?)))))

(defn- decide
  "Writes the tokens up to the first place for a newline, which it decides, and returns those that
  still wait."
  [s tokens]
  (let [before (up-to-newline tokens (constantly true))]
    (emit-tokens s (subvec tokens 0 before))
    (if (= before (count tokens))
      []
      (let [place (nth tokens before)
            block (:block place)
            after (subvec tokens (inc before))
            section (subvec after 0 (up-to-newline after (fn [b] (encloses? b block))))
            piece (subvec after 0 (up-to-newline after (fn [b] (or (identical? b block)
                                                                   (encloses? b block)))))
            broken? (break? s place section piece)]
        (when broken?
          (break-line s place))
        (if (fits? s (if broken? after (subvec tokens before)))
          (if broken? after (subvec tokens before))
          ;; A section too long for the line is written as far as its own places allow.
          (let [rest-of-section (decide s section)
                beyond (subvec after (count section))]
            (if (= (count rest-of-section) (count section))
              (do (emit-tokens s section) beyond)
              (into rest-of-section beyond))))))))

(defn- shrink [s]
  (loop [tokens (slot s :waiting)]
    (if (fits? s tokens)
      (put! s :waiting tokens)
      (let [still-waiting (decide s tokens)]
        (if (= (count still-waiting) (count tokens))
          (put! s :waiting still-waiting)
          (recur still-waiting))))))

(defn- add-token [s width token]
  (let [from (slot s :position)
        to (+ from width)]
    (put! s :position to)
    (put! s :waiting (conj (slot s :waiting) (assoc token :from from :to to)))
    (shrink s)))

(defn- emit-waiting [s]
  (emit-tokens s (slot s :waiting))
  (put! s :waiting [])
  (emit-spaces s))

(defn- add-line
  "Adds text without line ends."
  [s line]
  (let [text (str/trimr line)
        spaces (subs line (count text))]
    (if (slot s :buffering?)
      (add-token s (count line) {:type :text :text text :spaces spaces})
      (do
        (emit-spaces s)
        (emit s text)
        (put! s :spaces spaces)))))

(defn- add-text [s text]
  (let [lines (str/split text #"\n" -1)
        prefix (or (slot (slot s :block) :line-prefix) "")]
    (when (next lines)
      (if (slot s :buffering?)
        (do (add-line s (first lines))
            (shrink s)
            (emit-waiting s))
        (do (emit-spaces s)
            (emit s (first lines))))
      (emit s "\n")
      (doseq [line (next (butlast lines))]
        (emit s (str line "\n" prefix)))
      (put! s :buffering? false))
    (add-line s (last lines))))

;; What goes on between tokens is printed to the session's StringWriter.

(def ^{:dynamic true :doc "The session in progress, or nil."} *session* nil)
(def ^{:dynamic true :doc "How many blocks are around."} *depth* 0)
(def ^{:dynamic true :doc "A volatile: how many values the innermost block has; or nil."} *length* nil)

(defn- take-text [s]
  (let [text (clojure.core/-take-written-text (slot s :text))]
    (when-not (= "" text)
      (add-text s text))))

(defn end-print
  "Takes what was printed as one text, be it empty: white space before it is there to stay."
  [s]
  (add-text s (clojure.core/-take-written-text (slot s :text))))

(declare flush-session)

(defn- add-char
  "Adds a character that is written alone: a blank is there to stay."
  [s c]
  (cond
    (= c \newline) (add-text s "\n")
    (slot s :buffering?) (add-token s 1 {:type :text :text (str c) :spaces nil})
    :else (do (emit-spaces s)
              (emit s (str c)))))

(definterface TextSink
  (write [x])
  (write [x from length])
  (append [x])
  (flush [])
  (close []))

;; What get-pretty-writer returns: text goes on to its target as soon as its place is decided, at the
;; latest when it is flushed.
(deftype PrettyWriter [session]
  TextSink
  (write [_ x]
    (cond
      (string? x) (add-text session x)
      (or (char? x) (int? x)) (add-char session (char x))
      :else (add-text session (String. x))))
  (write [_ x from length]
    (add-text session (if (string? x) (subs x from (+ from length)) (String. x from length))))
  (append [this x]
    (if (char? x) (add-char session x) (add-text session (str x)))
    this)
  (flush [_]
    (flush-session session)
    (.flush (slot session :target)))
  (close [this]
    (.flush this)))

(defn active
  "The session that *out* is part of, or nil."
  []
  (let [out *out* s *session*]
    (cond
      (and s (identical? out (slot s :text))) s
      (instance? PrettyWriter out) (.-session out))))

(defn laid-out?
  "Whether what is written to the writer waits for the end of the session in progress."
  [writer]
  (and *session* (identical? writer (slot *session* :text))))

(defn newline-place
  "A place for a newline of the kind in the innermost block."
  [kind]
  (when-let [s (active)]
    (take-text s)
    (put! s :buffering? true)
    (add-token s 0 {:type :newline :kind kind :block (slot s :block)})))

(defn indent
  "Sets the indentation of the innermost block."
  [relative-to n]
  (when-let [s (active)]
    (take-text s)
    (if (slot s :buffering?)
      (add-token s 0 {:type :indent :relative-to relative-to :n n :block (slot s :block)})
      (do
        (emit-spaces s)
        (set-indent s (slot s :block) relative-to n)))))

(defn- start-block [s block]
  (take-text s)
  (put! s :block block)
  (if (slot s :buffering?)
    (add-token s (count (slot block :prefix)) {:type :open :block block})
    (do
      (emit-spaces s)
      (open-block s block))))

(defn- end-block [s block]
  (take-text s)
  (if (slot s :buffering?)
    (add-token s (count (slot block :suffix)) {:type :close :block block})
    (do
      (emit-spaces s)
      (when-let [suffix (slot block :suffix)]
        (emit s suffix))))
  (put! s :block (slot block :parent)))

(defn text
  "Writes a text of pprint's own, as it is whatever *print-dup* says."
  [s]
  (clojure.core/-write *out* s))

(defn block
  "Calls body, and what it prints is a logical block. Below the *print-level*, # is printed."
  [prefix line-prefix suffix body]
  (let [s (active)]
    (cond
      (nil? s)
      (do (text (or prefix "")) (body) (text (or suffix "")))

      (and *print-level* (>= *depth* *print-level*))
      (text "#")

      :else
      (let [b (make-block (slot s :block) prefix line-prefix suffix)]
        (start-block s b)
        (binding [*depth* (inc *depth*)
                  *length* (volatile! 0)]
          (body))
        (end-block s b))))
  nil)

(defn column
  "The column of what the session in progress wrote, or of the text that was printed to it."
  [s]
  (take-text s)
  (slot s :column))

(defn fresh-line
  "Prints a newline unless what the session wrote is at the start of a line."
  [s]
  (take-text s)
  (when-not (zero? (slot s :column))
    (newline)))

(defn flush-session
  "Writes what still waits."
  [s]
  (take-text s)
  (emit-waiting s))

(defn pretty-writer
  "A PrettyWriter with a session of its own."
  [target margin miser-width]
  (if (instance? PrettyWriter target)
    target
    (PrettyWriter. (session target margin miser-width))))

(defn run
  "Calls body with what it prints laid out on the writer, as part of the session in progress when
  that writes there."
  [writer margin miser-width body]
  (if (and (identical? writer *out*) (active))
    (body)
    (let [s (session writer margin miser-width)]
      ;; What a body prints to another writer is still as deep in the blocks around it.
      (binding [*session* s
                *out* (slot s :text)]
        (body)
        (flush-session s)))))

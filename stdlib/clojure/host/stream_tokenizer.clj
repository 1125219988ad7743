(ns clojure.host.stream-tokenizer
  "java.io.StreamTokenizer."
  (:require [clojure.host.defclass :refer [defclass]])
  (:import (java.io StreamTokenizer)))

(defn- kinds-of [kinds from to f] (reduce (fn [kinds c] (update kinds c f)) kinds (range (max 0 from) (inc (min 255 to)))))

(defn- with-kind [k] (fn [kinds] (conj (or kinds #{}) k)))

(def ^:private standard
  (-> {}
      (kinds-of 97 122 (with-kind :word))
      (kinds-of 65 90 (with-kind :word))
      (kinds-of 160 255 (with-kind :word))
      (kinds-of 0 32 (constantly #{:blank}))
      (assoc 47 #{:comment} 34 #{:quote} 39 #{:quote})
      (kinds-of 48 57 (with-kind :number))
      (kinds-of 45 46 (with-kind :number))))

(defn- escaped [c next-char push-back]
  (case (char c)
    \a 7, \b 8, \f 12, \n 10, \r 13, \t 9, \v 11
    (if (<= 48 c 55)
      (loop [n (- c 48) digits 1]
        (let [d (next-char)]
          (if (and (<= 48 d 55) (< digits (if (<= c 51) 3 2)))
            (recur (+ (* 8 n) (- d 48)) (inc digits))
            (do (push-back d) n))))
      c)))

(defclass java.io.StreamTokenizer
  [reader ^:unsynchronized-mutable kinds ^:unsynchronized-mutable waiting ^:unsynchronized-mutable options
   ^:unsynchronized-mutable ttype ^:unsynchronized-mutable sval ^:unsynchronized-mutable nval
   ^:unsynchronized-mutable line ^:unsynchronized-mutable again]
  ;; -1 at the end. A line end is \n alone: what follows \r as its \n is dropped.
  (char! [_]
    (let [c (if-let [[c & more] (seq waiting)] (do (set! waiting more) c) (.read reader))]
      (if (= c 13)
        (let [d (.read reader)]
          (when-not (= d 10) (set! waiting (cons d waiting)))
          10)
        c)))
  (push! [_ c] (set! waiting (cons c waiting)))
  (kind [_ c] (if (neg? c) #{} (if (< c 256) (get kinds c #{}) #{:word})))
  (skip-line! [this]
    (loop [] (let [c (.char! this)] (if (or (neg? c) (= c 10)) (.push! this c) (recur)))))
  (skip-comment! [this]
    (loop [before 0]
      (let [c (.char! this)]
        (when (= c 10) (set! line (inc line)))
        (when-not (or (neg? c) (and (= before 42) (= c 47))) (recur c)))))
  (give [_ type text number]
    (set! sval text)
    (when number (set! nval number))
    (set! ttype type)
    (int type))
  (number-token [this c]
    (let [minus (= c 45)
          c (if minus (.char! this) c)]
      (loop [c c text "" point false]
        (cond
          (and (= c 46) (not point)) (recur (.char! this) (str text ".") true)
          (<= 48 c 57) (recur (.char! this) (str text (char c)) point)
          :else
          (do (.push! this c)
              (if (and minus (= text ""))
                (.give this 45 nil nil)
                (let [n (if (re-find #"\d" text) (Double/parseDouble text) 0.0)]
                  (.give this -2 nil (if minus (- n) n)))))))))
  (word-token [this c]
    (loop [c c text (StringBuilder.)]
      (if (some #{:word :number} (.kind this c))
        (recur (.char! this) (.append text (char c)))
        (do (.push! this c)
            (.give this -3 (let [s (str text)] (if (:lower-case options) (.toLowerCase s) s)) nil)))))
  (quoted-token [this quote]
    (let [text (StringBuilder.)]
      (loop []
        (let [c (.char! this)]
          (cond
            (or (neg? c) (= c 10)) (.push! this c)
            (= c quote) nil
            :else (do (.append text (char (if (= c 92)
                                            (escaped (.char! this) (fn [] (.char! this)) (fn [d] (.push! this d)))
                                            c)))
                      (recur)))))
      (.give this quote (str text) nil)))
  (nextToken [this]
    (if again
      (do (set! again false) (int ttype))
      (loop []
        (let [c (.char! this) kind (.kind this c)]
          (cond
            (neg? c) (.give this -1 nil nil)
            (and (= c 10) (:blank kind))
            (do (set! line (inc line))
                (if (:line-ends options) (.give this 10 nil nil) (recur)))
            (:blank kind) (recur)
            (:number kind) (.number-token this c)
            (:word kind) (.word-token this c)
            (:quote kind) (.quoted-token this c)
            (and (= c 47) (or (:slash-slash options) (:slash-star options)))
            (let [d (.char! this)]
              (cond
                (and (= d 42) (:slash-star options)) (do (.skip-comment! this) (recur))
                (and (= d 47) (:slash-slash options)) (do (.skip-line! this) (recur))
                :else (do (.push! this d)
                          (if (:comment kind) (do (.skip-line! this) (recur)) (.give this c nil nil)))))
            (:comment kind) (do (.skip-line! this) (recur))
            :else (.give this c nil nil))))))
  (pushBack [_] (when-not (= ttype -4) (set! again true)) nil)
  (lineno [_] (int line))
  (wordChars [_ from to] (set! kinds (kinds-of kinds from to (with-kind :word))) nil)
  (whitespaceChars [_ from to] (set! kinds (kinds-of kinds from to (constantly #{:blank}))) nil)
  (ordinaryChars [_ from to] (set! kinds (kinds-of kinds from to (constantly #{}))) nil)
  (ordinaryChar [_ c] (set! kinds (assoc kinds c #{})) nil)
  (commentChar [_ c] (set! kinds (assoc kinds c #{:comment})) nil)
  (quoteChar [_ c] (set! kinds (assoc kinds c #{:quote})) nil)
  (parseNumbers [_] (set! kinds (-> kinds (kinds-of 48 57 (with-kind :number)) (kinds-of 45 46 (with-kind :number)))) nil)
  (resetSyntax [_] (set! kinds {}) nil)
  (eolIsSignificant [_ yes] (set! options (assoc options :line-ends yes)) nil)
  (slashSlashComments [_ yes] (set! options (assoc options :slash-slash yes)) nil)
  (slashStarComments [_ yes] (set! options (assoc options :slash-star yes)) nil)
  (lowerCaseMode [_ yes] (set! options (assoc options :lower-case yes)) nil)
  (toString [_]
    (str "Token["
         (case (int ttype)
           -1 "EOF", 10 "EOL", -3 sval, -2 (str "n=" nval), -4 "NOTHING"
           (if (:quote (get kinds ttype)) sval (str "'" (char ttype) "'")))
         "], line " line))
  :static
  (:field TT_EOF (int -1))
  (:field TT_EOL (int 10))
  (:field TT_NUMBER (int -2))
  (:field TT_WORD (int -3))
  (new [reader] (StreamTokenizer/<init> reader standard nil {} (int -4) nil 0.0 1 false)))

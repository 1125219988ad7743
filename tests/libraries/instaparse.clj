(ns libraries.instaparse
  (:require [instaparse.core :as insta] [instaparse.combinators :as c] [instaparse.failure] [clojure.string :as str]))
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (pr-str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))

(def as-and-bs (insta/parser "S = AB* ; AB = A B ; A = 'a'+ ; B = 'b'+"))
(def arithmetic
  (insta/parser
   "expr = add-sub
    <add-sub> = mul-div | add | sub
    add = add-sub <'+'> mul-div
    sub = add-sub <'-'> mul-div
    <mul-div> = term | mul | div
    mul = mul-div <'*'> term
    div = mul-div <'/'> term
    <term> = number | <'('> add-sub <')'>
    number = #'[0-9]+'"))
(def evaluate {:add + :sub - :mul * :div / :number parse-long :expr identity})
(def words (insta/parser "S = word (<ws> word)* ; word = #'\\w+' ; ws = #'\\s+'" :output-format :enlive))
(def ambiguous (insta/parser "S = A A ; A = 'a'*"))
(def json-like
  (insta/parser "value = object | array | string | num ; object = <'{'> [pair (<','> pair)*] <'}'> ; pair = string <':'> value ; array = <'['> [value (<','> value)*] <']'> ; string = <'\"'> #'[^\"]*' <'\"'> ; num = #'-?\\d+'" :auto-whitespace :standard))
(show (as-and-bs "aaaaabbbaaaabb") (arithmetic "1-2/(3-4)+5*6") (insta/transform evaluate (arithmetic "1-2/(3-4)+5*6")) (words "hello big world") (count (insta/parses ambiguous "aaa")) (insta/parses ambiguous "aa")
      (json-like "{ \"a\" : [1, 2, {\"b\": \"c\"}] }") (insta/failure? (as-and-bs "abc")) (str/split-lines (pr-str (as-and-bs "abc"))) (insta/get-failure (arithmetic "1+")) (as-and-bs "aab" :partial true) (take 3 (insta/parses as-and-bs "aabb" :partial true))
      (as-and-bs "ab" :start :AB) (as-and-bs "abx" :total true) (as-and-bs "aabb" :unhide :all) (arithmetic "(1)" :unhide :content) (insta/span (as-and-bs "aabb")) (insta/add-line-and-column-info-to-metadata "ab" (as-and-bs "ab")) (meta (insta/add-line-and-column-info-to-metadata "ab\nab" (words "ab ab")))
      ((insta/parser {:S (c/cat (c/string "x") (c/opt (c/nt :Y))) :Y (c/plus (c/string "y"))} :start :S) "xyy") ((insta/parser "S = !'ab' #'[a-z]+'") "ba") ((insta/parser "S = !'ab' #'[a-z]+'") "abc") ((insta/parser "S = &'a' ('a'|'b')+") "ab")
      ((insta/parser "S = 'a' / 'ab'") "ab") ((insta/parser "S = ('a' | 'b')* EOF\nEOF = !#'.'") "abab") ((insta/parser "S = #'[é]+'") "éé") ((insta/parser "S = ε | 'a' S") "aaa") ((insta/parser "s = 'a'" :string-ci true) "A")
      ((insta/parser "S = \"a\\n\" 'b'") "a\nb") ((insta/parser "<rule> = 'a' <'b'>") "ab") (insta/parser "S = A") (insta/parser "S = ") (print-str (insta/parser "S = 'a' | B+ ; B = #'b'? !'c'"))
      ((insta/parser "digits = 3DIGIT *ALPHA" :input-format :abnf) "123ab") ((insta/parser "S = 'a' {'b'} ['c'] (* comment *)") "abbc") (insta/set-default-output-format! :hiccup) ((insta/parser "S = 'x'*" :optimize :memory) "xxxx"))
(println (as-and-bs "abc"))
(println (arithmetic "1+*2"))
(insta/defparser small "S = 'q'+")
(show (small "qqq"))

;; Static members of clojure.lang that libraries lean on instead of clojure.core.
(ns clojure-lang-statics
  (:import (clojure.lang ArraySeq Box ChunkBuffer Cycle EdnReader EnumerationSeq IFn$OOL Iterate
                         LazilyPersistentVector LispReader LongRange Murmur3 Numbers PersistentTreeMap
                         PersistentTreeSet Range Repeat RT StringSeq Util)))

(defmacro show [& forms]
  `(do ~@(map (fn [form]
                `(println '~form "=>" (try (pr-str ~form)
                                           (catch Throwable t# (str (.getName (class t#)) ": " (.getMessage t#))))))
              forms)))

(show RT/T RT/F RT/CURRENT_NS RT/OUT RT/READEVAL RT/DATA_READERS (alength RT/EMPTY_ARRAY) (ns-name RT/CLOJURE_NS)
      (RT/third [1 2 3]) (RT/fourth [1 2 3 4]) (RT/length '(1 2)) (RT/length nil)
      (RT/boundedLength '(1 2 3) 1) (RT/boundedLength '(1 2 3) 5) (RT/seqToArray [1])
      (vec (RT/seqToPassedArray '(1 2) (object-array 1))) (vec (RT/seqToPassedArray '(1 2) (object-array [:a :b :c :d])))
      (vec (RT/seqToPassedArray nil (into-array String ["a"]))) (class (RT/seqToPassedArray '("b") (into-array String [])))
      (vec (RT/seqToArray '(1 2))) (RT/arrayToList (object-array [1 2])) (RT/list) (RT/list 1 2)
      (RT/vector (object-array [1 2])) (RT/chunkIteratorSeq (.iterator [1 2])) (RT/mapUniqueKeys (object-array [1 2]))
      (RT/subvec [1 2 3] 0 2) (RT/assocN 0 5 [1]) (RT/keyword "a" "b") (RT/keyword nil "b") (RT/isReduced (reduced 1))
      (RT/charCast 65) (RT/uncheckedByteCast 300) (RT/printString [1 "a"]) (RT/readString "[1 a]")
      (RT/loadClassForName "no.such.Class") (RT/isLineNumberingReader nil)
      (RT/seqOrElse []) (RT/seqOrElse [1]))
(show (Util/ret1 1 2) (Util/classOf 1) (Util/classOf nil) (Util/isPrimitive Long/TYPE) (Util/isPrimitive Long)
      (ex-message (Util/runtimeException "x")))
(show (Numbers/compare 1 2.5) (Numbers/compare 2 1) (Numbers/compare 1 1) (Numbers/equal 1 1.0) (Numbers/abs -3)
      (Numbers/rationalize 0.5) (Numbers/unchecked_add Long/MAX_VALUE 1) (Numbers/unchecked_int_multiply 65536 65537)
      (Numbers/shiftLeftInt 1 33) (vec (Numbers/int_array 2)))
(show (map (fn [s] (Murmur3/hashUnencodedChars s)) ["" "a" "ab" "abc" "añ\ud83d\ude00z"]))
(show (LazilyPersistentVector/create '(1 2)) (LazilyPersistentVector/createOwning (object-array [1 2]))
      (PersistentTreeMap/create {2 1 1 2}) (PersistentTreeMap/create > '(1 :a 2 :b)) (PersistentTreeSet/create '(3 1))
      (PersistentTreeSet/create > '(3 1 2)) (ArraySeq/create (object-array [1 2])) (StringSeq/create "ab")
      (EnumerationSeq/create (java.util.Collections/enumeration [1 2])) (Repeat/create 2 :x) (take 2 (Iterate/create inc 1))
      (take 3 (Cycle/create '(1 2))) (Range/create 1 3) (LongRange/create 4) (LongRange/create 0 6 2))
(show (let [b (ChunkBuffer. 2)] (.add b 1) (.add b 2) (let [c (.chunk b)] [(.count c) (.nth c 1) (.nth (.dropFirst c) 0)])))
(let [b (Box. 1)]
  (set! (.-val b) 5)
  (show (.-val b) (.val b)))

(def ^:dynamic *level* 1)
(def watched (atom 1))
(add-watch watched :k vector)
(show (keys (.getWatches watched)) (.getWatches #'*level*) (.getTag #'inc) (.getErrorMode (agent 1)) (.getError (agent 1))
      (do (def unbound 1) (.unbindRoot #'unbound) (.isBound #'unbound)) (.doReset #'*level* 7) *level*
      (:private (meta (clojure.lang.Var/internPrivate "clojure-lang-statics" "hidden"))))

(show (clojure.lang.Compiler/macroexpand1 '(when a b)) (clojure.lang.Compiler/maybeResolveIn *ns* 'map)
      (clojure.lang.Compiler/maybeResolveIn *ns* 'no-such-name) (clojure.lang.Compiler/maybeResolveIn *ns* 'no.such/name)
      (LispReader/read (java.io.PushbackReader. (java.io.StringReader. "(a b)")) false nil false)
      (LispReader/read (java.io.PushbackReader. (java.io.StringReader. "")) {:eof :end})
      (EdnReader/readString "[1 2]" {:eof nil}) (EdnReader/readString "" {:eof :end}))

;; A class that was imported keeps its full name in syntax-quote, also one with a dollar sign.
(show `IFn$OOL `[Box RT/T Box.])

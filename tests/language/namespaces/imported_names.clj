;; What a program may do with an imported class of which it neither makes instances nor calls members. The ones here are
;; of the JDK, but no part of this runtime.
(ns imported-names (:import (javax.sound.midi MidiEvent Sequence) [javax.imageio ImageIO]))

(def handlers {MidiEvent :event, Sequence :sequence, String :text})
(println (handlers (class "a")) (handlers Sequence) (map handlers [MidiEvent ImageIO Long]))
(println (.getName ImageIO) (.getSimpleName ImageIO) (class ImageIO) (class? ImageIO) (pr-str [ImageIO]) (str ImageIO))
(println (isa? Sequence Object) (isa? String Sequence) (instance? ImageIO 1) (filter #(instance? % 1) [Sequence Long]))
(println (= Sequence Sequence) (= Sequence MidiEvent) (count (set [Sequence MidiEvent Sequence])))

(defmulti kind (fn [x] (if (class? x) x (class x))))
(defmethod kind Sequence [_] :sequence)
(defmethod kind :default [_] :other)
(println (kind Sequence) (kind MidiEvent) (kind 1) (contains? (methods kind) Sequence))
(derive MidiEvent ::thing)
(println (isa? MidiEvent ::thing) (isa? Sequence ::thing) (contains? (parents MidiEvent) ::thing))

(defprotocol Describable (describe [x]))
(extend-protocol Describable Sequence (describe [_] :sequence) Object (describe [_] :object))
(println (describe 1) (extends? Describable Sequence) (extends? Describable ImageIO))
(println (set (map class (keys (:impls Describable)))) (contains? (:impls Describable) Sequence))

(defmacro embedded [c] (resolve c))
(println (embedded Sequence) (= (embedded Sequence) Sequence) `Sequence `(Sequence/PPQ MidiEvent.))
(println (resolve 'ImageIO) (ns-resolve *ns* 'ImageIO) (get (ns-imports *ns*) 'ImageIO) (get (ns-map *ns*) 'Sequence))
(defn import-track [] (import 'javax.sound.midi.Track))
(println (import-track) (class (import-track)))
(println (try (throw (ex-info "x" {})) (catch javax.sound.midi.MidiUnavailableException _ 1) (catch Exception e 2)))
(println (try (eval '(String/class)) (catch Throwable e (or (ex-message (ex-cause e)) (ex-message e)))))
(println (try (eval '(imported-names/Sequence)) (catch Throwable e :refused)))

;; What a program makes of an interface that is only a name.
(import '(javax.sound.midi Receiver Transmitter))
(def receiver (reify Receiver (close [_] :closed)))
(deftype Both [a] Receiver (close [_] a) Transmitter (getReceiver [_] receiver))
(defrecord Also [a] Transmitter (close [_] nil))
(println (map #(instance? Receiver %) [receiver (Both. 1) (Also. 1) 1]) (map #(instance? Transmitter %) [receiver (Both. 1) (Also. 1)]))
(println (isa? Both Receiver) (isa? Also Transmitter) (contains? (supers Both) Transmitter) (isa? Receiver Transmitter))
(defprotocol Named (name-of [x]))
(extend-protocol Named Receiver (name-of [_] :receiver) Object (name-of [_] :object))
(println (map name-of [receiver (Both. 1) (Also. 1) 1]) (satisfies? Named receiver))
(defmulti route class)
(defmethod route Transmitter [_] :transmitter)
(defmethod route :default [_] :other)
(println (map route [receiver (Both. 1) (Also. 1)]) (identical? receiver (.getReceiver (Both. 1))))

;; By their full names, not imported.
(def line (reify javax.sound.sampled.Line (close [_] nil)))
(extend-protocol Named javax.sound.sampled.Line (name-of [_] :line) javax.sound.sampled.Clip (name-of [_] :clip))
(println (name-of line) (instance? javax.sound.sampled.Line line) (instance? javax.sound.sampled.Clip line) (instance? javax.sound.sampled.Line 1))

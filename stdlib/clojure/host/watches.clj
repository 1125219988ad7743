(ns clojure.host.watches
  "java.nio.file.WatchService: what happens in folders, as Linux's inotify tells it."
  (:require [clojure.host.concurrent :refer [deadline]]
            [clojure.host.defclass :refer [defclass extend-class]])
  (:import (java.nio.file ClosedWatchServiceException NotDirectoryException NoSuchFileException Path StandardWatchEventKinds)
           (java.util ArrayList Objects)
           (sun.nio.fs LinuxWatchService)))

(defclass java.nio.file.StandardWatchEventKinds$StdWatchEventKind [label context-class]
  (name [_] label)
  (type [_] context-class)
  (toString [_] label))

(defn- kind [label context-class] (java.nio.file.StandardWatchEventKinds$StdWatchEventKind/<init> label context-class))

(extend-class java.nio.file.StandardWatchEventKinds
  :static
  (:field OVERFLOW (kind "OVERFLOW" Object))
  (:field ENTRY_CREATE (kind "ENTRY_CREATE" Path))
  (:field ENTRY_DELETE (kind "ENTRY_DELETE" Path))
  (:field ENTRY_MODIFY (kind "ENTRY_MODIFY" Path)))

;; The bits of inotify: what is asked for, and what it says happened.
(def ^:private asked {"ENTRY_CREATE" 0x180 "ENTRY_DELETE" 0x240 "ENTRY_MODIFY" 0x6})
(def ^:private overflowed 0x4000)
(def ^:private ignored 0x8000)

(defn- kind-of [mask]
  (let [told? (fn [label] (pos? (bit-and mask (asked label))))]
    (cond (told? "ENTRY_MODIFY") StandardWatchEventKinds/ENTRY_MODIFY
          (told? "ENTRY_CREATE") StandardWatchEventKinds/ENTRY_CREATE
          (told? "ENTRY_DELETE") StandardWatchEventKinds/ENTRY_DELETE)))

(defclass sun.nio.fs.AbstractWatchKey$Event [kind context ^:unsynchronized-mutable n]
  (kind [_] kind)
  (context [_] context)
  (count [_] (int n))
  (again [_] (set! n (inc n)))
  (about? [_ other-kind other] (and (identical? kind other-kind) (= context other))))

(def ^:private most-events 512)

;; What happens waits in `events` until somebody polls it. A key that was signalled is in its service's queue, or
;; with who took it from there, until it is reset. The service's monitor guards all of it.
(defclass sun.nio.fs.LinuxWatchService$LinuxWatchKey
  [service folder watch ^:unsynchronized-mutable valid ^:unsynchronized-mutable signalled ^:unsynchronized-mutable events]
  (watchable [_] folder)
  (isValid [_] (locking service valid))
  (signal [this]
    (when-not signalled
      (set! signalled true)
      (.enqueue service this)))
  (happened [this kind context]
    (let [[kind context] (if (<= most-events (count events)) [StandardWatchEventKinds/OVERFLOW nil] [kind context])
          modified (identical? kind StandardWatchEventKinds/ENTRY_MODIFY)
          ;; A change of what was changed last, or of what was changed and neither made nor deleted since then.
          since (take-while (fn [e] (or (.about? e kind context) (and modified (not= context (.context e))))) (rseq events))
          same (first (filter (fn [e] (.about? e kind context)) since))]
      (cond
        same (.again same)
        (identical? kind StandardWatchEventKinds/OVERFLOW)
        (set! events [(sun.nio.fs.AbstractWatchKey$Event/<init> kind nil 1)])
        :else (set! events (conj events (sun.nio.fs.AbstractWatchKey$Event/<init> kind context 1))))
      (.signal this)))
  (pollEvents [_]
    (locking service
      (let [all (ArrayList. events)]
        (set! events [])
        all)))
  (reset [this]
    (locking service
      (when (and valid signalled)
        (if (empty? events)
          (set! signalled false)
          (.enqueue service this)))
      valid))
  (end [_] (set! valid false))
  (cancel [this]
    (locking service
      (when valid
        (.forget service watch)
        (.end this))
      nil)))

(defn- not-open [] (throw (ClosedWatchServiceException.)))

;; How long who waits is deaf to an interruption and to the end of the service.
(def ^:private slice-ms 50)

(defclass sun.nio.fs.LinuxWatchService
  [descriptor ^:unsynchronized-mutable watched ^:unsynchronized-mutable queue ^:unsynchronized-mutable closed]
  (enqueue [_ k] (set! queue (conj queue k)))
  (forget [_ watch]
    (set! watched (dissoc watched watch))
    (clojure.core/-watch-remove descriptor watch))
  (check-open [this] (locking this (when closed (not-open))))
  (watch [this folder mask]
    (locking this
      (when closed (not-open))
      (let [watch (clojure.core/-watch-add descriptor (str (.toAbsolutePath folder)) mask)]
        (when (string? watch) (throw (java.io.IOException. watch)))
        (or (get watched watch)
            (let [k (sun.nio.fs.LinuxWatchService$LinuxWatchKey/<init> this folder watch true false [])]
              (set! watched (assoc watched watch k))
              k)))))
  (take-in [_ event]
    (let [[watch mask label] event k (get watched watch)]
      (cond
        (pos? (bit-and mask overflowed))
        (doseq [k (vals watched)] (.happened k StandardWatchEventKinds/OVERFLOW nil))
        (and k (pos? (bit-and mask ignored)))
        (do (set! watched (dissoc watched watch))
            (.end k)
            (.signal k))
        (and k label)
        (when-let [kind (kind-of mask)]
          (.happened k kind (.toPath (java.io.File. label)))))))
  (poll [this]
    (locking this
      (when closed (not-open))
      (doseq [event (clojure.core/-watch-read descriptor)] (.take-in this event))
      (let [k (peek queue)]
        (set! queue (pop queue))
        k)))
  (poll [this n unit] (.wait-until this (deadline (.toNanos unit n))))
  (take [this] (.wait-until this nil))
  (wait-until [this end]
    (loop []
      (when (Thread/interrupted) (throw (InterruptedException.)))
      (or (.poll this)
          (let [left (if end (quot (- end (System/nanoTime)) 1000000) slice-ms)]
            (when-not (neg? left)
              (clojure.core/-watch-await descriptor (min slice-ms (max 1 left)))
              (recur))))))
  (close [this]
    (locking this
      (when-not closed
        (set! closed true)
        (doseq [k (vals watched)] (.end k))
        (set! watched {})
        (clojure.core/-watch-close descriptor))
      nil)))

(defn- new-service []
  (let [descriptor (clojure.core/-watch-open)]
    (when (string? descriptor) (throw (java.io.IOException. descriptor)))
    (LinuxWatchService/<init> descriptor {} clojure.lang.PersistentQueue/EMPTY false)))

(extend-class java.nio.file.FileSystem
  (newWatchService [_] (new-service)))

(defn- mask-of [kinds]
  (when (some nil? kinds) (throw (NullPointerException. "An element in event set is 'null'")))
  (let [mask (reduce bit-or 0 (map (fn [kind] (get asked (.name kind) 0)) kinds))]
    (when (zero? mask) (throw (IllegalArgumentException. "No events to register")))
    mask))

(extend-class java.nio.file.Path
  (register ([folder service kinds]
             (Objects/requireNonNull service)
             (let [mask (mask-of kinds) file (.toFile folder)]
               (.check-open service)
               (when-not (.exists file) (throw (NoSuchFileException. (str folder))))
               (when-not (.isDirectory file) (throw (NotDirectoryException. (str folder))))
               (.watch service folder mask)))
    ([folder service kinds modifiers]
     (Objects/requireNonNull modifiers)
     (.register folder service kinds))))

;; Paths of URIs, links that are not followed, and lines with a charset and options.
(ns paths-of-uris
  (:import (java.net URI)
           (java.nio.charset Charset)
           (java.nio.file Files LinkOption OpenOption Path Paths StandardOpenOption)
           (java.nio.file.attribute FileAttribute)))

(prn (str (Paths/get (URI. "file:///tmp/x%20y"))) (str (Path/of (URI. "file:///a/b"))) (.isOpen (.getFileSystem (Path/of "a" (into-array String [])))))
(let [dir (Files/createTempDirectory "paths" (make-array FileAttribute 0))
      file (.resolve dir "a.txt")
      link (.resolve dir "link")
      options (fn [& all] (into-array OpenOption all))]
  (Files/write file ["é" "b"] (Charset/forName "ISO-8859-1") (options StandardOpenOption/CREATE))
  (Files/write file ["c"] (Charset/forName "UTF-8") (options StandardOpenOption/APPEND))
  (Files/createSymbolicLink link file (make-array FileAttribute 0))
  (prn (map (fn [b] (bit-and b 255)) (Files/readAllBytes file))
       (str (.relativize (.toRealPath dir (make-array LinkOption 0)) (.toRealPath link (make-array LinkOption 0))))
       (str (.getFileName (.toRealPath link (into-array [LinkOption/NOFOLLOW_LINKS]))))
       (try (.toRealPath (.resolve dir "none") (make-array LinkOption 0)) (catch java.nio.file.NoSuchFileException e :none)))
  (run! (fn [p] (Files/delete p)) [link file dir]))

(ns clojure.host.http-server
  "com.sun.net.httpserver: an HTTP/1.1 server on TCP sockets.

  A thread accepts connections, each connection has a thread that reads requests. A request's body is read before its
  handler is called, by the executor or, without one, by one connection at a time."
  (:require [clojure.host.defclass :refer [defclass]]
            [clojure.string :as str])
  (:import (com.sun.net.httpserver Headers HttpContext HttpExchange HttpServer)
           (java.io BufferedInputStream BufferedOutputStream ByteArrayInputStream ByteArrayOutputStream IOException OutputStream)
           (java.net ServerSocket URI URISyntaxException)
           (java.time ZoneOffset ZonedDateTime)
           (java.time.format DateTimeFormatter)
           (java.util ArrayList HashMap LinkedList)))

;; Headers

(defn- normalized
  "A header's name as it is kept: of the letters of ASCII only the first is a capital one."
  [label]
  (when (re-find #"[\r\n]" (or (clojure.core/-as String label) ""))
    (throw (IllegalArgumentException. "illegal character in key")))
  (some-> label (str/replace #"(?<!^)[A-Z]+" str/lower-case) (str/replace #"^[a-z]" str/upper-case)))

(defn- checked
  "The text of a header, in which a line may only end where a blank follows: what comes behind it would be a header of its own."
  [text]
  (when (nil? text) (throw (NullPointerException. "Cannot invoke \"String.length()\" because \"value\" is null")))
  (when-let [end (first (remove #(re-matches #"\r\n[ \t]" %) (re-seq #"(?s)\r.{0,2}|\n" text)))]
    (throw (IllegalArgumentException. (cond
                                        (= end "\n") "Illegal LF found in header"
                                        (< (count end) 3) "Illegal CR found in header"
                                        (not= \newline (second end)) "Illegal char found after CR in header"
                                        :else "No whitespace found after CRLF in header"))))
  text)

(defn- new-values [text] (doto (LinkedList.) (.add (checked text))))

(defclass com.sun.net.httpserver.Headers [all]
  (get [_ label] (.get all (normalized label)))
  (getFirst [_ label] (some-> (.get all (normalized label)) first))
  (add [_ label text]
    (if-let [texts (.get all (normalized label))]
      (.add texts (checked text))
      (.put all (normalized label) (new-values text)))
    nil)
  (set [_ label text] (.put all (normalized label) (new-values text)) nil)
  (put [_ label texts]
    (when (nil? texts) (throw (NullPointerException. "Cannot invoke \"java.util.List.iterator()\" because \"value\" is null")))
    (run! checked texts)
    (.put all (normalized label) texts))
  (putAll [this m] (doseq [[label texts] m] (.put this label texts)))
  (remove [_ label] (.remove all (normalized label)))
  (containsKey [_ label] (and (string? label) (.containsKey all (normalized label))))
  (containsValue [_ texts] (.containsValue all texts))
  (size [_] (.size all))
  (isEmpty [_] (.isEmpty all))
  (clear [_] (.clear all))
  (keySet [_] (.keySet all))
  (values [_] (.values all))
  (entrySet [_] (.entrySet all))
  (iterator [_] (.iterator (.entrySet all)))
  (equals [_ o] (.equals all o))
  (hashCode [_] (.hashCode all))
  :static
  (new [] (Headers/<init> (HashMap. 32))))

;; Requests

(defn- refused
  "Ends the reading of a request that is answered with this status."
  [status text]
  (throw (ex-info text {::status status})))

(defn- read-text-line
  "The line of Latin-1 without its CR LF, nil where the stream ends before it."
  [in]
  (loop [line (StringBuilder.)]
    (let [b (.read in), last-place (dec (.length line))]
      (cond
        (neg? b) nil
        (and (= b 10) (<= 0 last-place) (= \return (.charAt line last-place))) (subs (str line) 0 last-place)
        :else (recur (.append line (char b)))))))

(defn- read-request-line [in]
  (let [line (read-text-line in)]
    (if (= line "") (recur in) line)))

(defn- read-header-lines
  "The lines up to an empty one; those that begin with a blank go on with the one before."
  [in]
  (loop [lines []]
    (let [line (read-text-line in)]
      (cond
        (empty? line) lines
        (and (seq lines) (re-find #"^[ \t]" line)) (recur (conj (pop lines) (str (peek lines) line)))
        :else (recur (conj lines line))))))

(defn- read-headers [in]
  (let [headers (Headers.)]
    (doseq [line (read-header-lines in)
            :let [[_ label text] (re-matches #"([!#$%&'*+.^_`|~0-9A-Za-z-]+):([^\r\n]*)" line)]]
      (when-not label (refused 400 "Header key contains illegal characters"))
      (.add headers label (str/trim text)))
    headers))

(defn- read-bytes [in n]
  (let [bytes (if (<= n Integer/MAX_VALUE) (.readNBytes in (int n)) (byte-array 0))]
    (when (< (alength bytes) n) (throw (IOException. "connection closed before all data received")))
    bytes))

(defn- read-chunks [in]
  (let [out (ByteArrayOutputStream.)]
    (loop []
      (let [[_ digits] (re-find #"^([0-9a-fA-F]{1,8})\s*(?:;|$)" (or (read-text-line in) ""))
            size (if digits (Long/parseLong digits 16) (throw (IOException. "invalid chunk size")))]
        (when (pos? size)
          (.write out (read-bytes in size))
          (when-not (= "" (read-text-line in)) (throw (IOException. "invalid chunk end")))
          (recur))))
    (read-headers in)
    (.toByteArray out)))

(defn- body-length
  "How many bytes the body has, or :chunked. Headers that two readers may understand in two ways are refused."
  [headers]
  (let [codings (.get headers "Transfer-encoding"), lengths (.get headers "Content-length")]
    (cond
      (or (and codings lengths) (next lengths)) (refused 400 "Conflicting or malformed headers detected")
      codings (if (= ["chunked"] (map str/lower-case codings)) :chunked (refused 501 "Unsupported Transfer-Encoding value"))
      lengths (let [length (try (Long/parseLong (first lengths))
                                (catch NumberFormatException _ (refused 400 "NumberFormatException thrown")))]
                (if (neg? length) (refused 400 "Illegal Content-Length value") length))
      :else 0)))

(defn- read-body [in out headers]
  (let [length (body-length headers)]
    (when (= "100-continue" (some-> (.getFirst headers "Expect") str/lower-case))
      (doto out (.write (.getBytes "HTTP/1.1 100 Continue\r\n\r\n")) .flush))
    (if (= length :chunked) (read-chunks in) (read-bytes in length))))

;; Responses

(def ^:private reasons
  {100 "Continue" 200 "OK" 201 "Created" 202 "Accepted" 203 "Non-Authoritative Information" 204 "No Content" 205 "Reset Content"
   206 "Partial Content" 300 "Multiple Choices" 301 "Moved Permanently" 302 "Found" 303 "See Other" 304 "Not Modified"
   305 "Use Proxy" 400 "Bad Request" 401 "Unauthorized" 402 "Payment Required" 403 "Forbidden" 404 "Not Found"
   405 "Method Not Allowed" 406 "Not Acceptable" 407 "Proxy Authentication Required" 408 "Request Time-Out" 409 "Conflict" 410 "Gone"
   411 "Length Required" 412 "Precondition Failed" 413 "Request Entity Too Large" 414 "Request-URI Too Large"
   415 "Unsupported Media Type" 500 "Internal Server Error" 501 "Not Implemented" 502 "Bad Gateway" 503 "Service Unavailable"
   504 "Gateway Timeout" 505 "HTTP Version Not Supported"})

(defn- write-head [out code headers]
  (let [head (StringBuilder. (str "HTTP/1.1 " code " " (reasons code "") "\r\n"))]
    (doseq [[label texts] headers, text texts] (.append head (str label ": " text "\r\n")))
    (doto out (.write (.getBytes (str head "\r\n") "ISO-8859-1")) .flush)))

(defn- body-stream
  "What writes a body by `write` (of bytes, from and n), and calls `finish` when it is closed for the first time."
  [write flush finish]
  (let [open (atom true)
        put (fn [bytes from n]
              (when-not @open (throw (IOException. "stream closed")))
              (write bytes from n))]
    (proxy [OutputStream] []
      (write ([x] (if (bytes? x) (put x 0 (alength x)) (put (byte-array [(unchecked-byte x)]) 0 1)))
        ([bytes from n] (put bytes from n)))
      (flush [] (flush))
      (close [] (when @open (reset! open false) (finish))))))

(defn- fixed-body [out length done]
  (let [left (atom length)]
    (body-stream (fn [bytes from n]
                   (when (> n @left) (throw (IOException. "too many bytes to write to stream")))
                   (.write out bytes (int from) (int n))
                   (swap! left - n))
                 #(.flush out)
                 #(do (when (pos? @left) (throw (IOException. "insufficient bytes written to stream")))
                      (.flush out)
                      (done)))))

(defn- chunked-body [out done]
  (let [held (ByteArrayOutputStream.)
        send-held (fn []
                    (when (pos? (.size held))
                      (.write out (.getBytes (str (Integer/toHexString (.size held)) "\r\n")))
                      (.writeTo held out)
                      (.write out (.getBytes "\r\n"))
                      (.reset held)))]
    (body-stream (fn [bytes from n] (.write held bytes (int from) (int n)) (when (<= 4096 (.size held)) (send-held)))
                 #(do (send-held) (.flush out))
                 #(do (send-held) (.write out (.getBytes "0\r\n\r\n")) (.flush out) (done)))))

(defn- unlimited-body [out done]
  (body-stream (fn [bytes from n] (.write out bytes (int from) (int n))) #(.flush out) #(do (.flush out) (done))))

(defn- now-text [] (.format DateTimeFormatter/RFC_1123_DATE_TIME (ZonedDateTime/now ZoneOffset/UTC)))

;; An exchange. `done` is called when the response is complete; `abandon` when the connection cannot go on.
(defclass com.sun.net.httpserver.HttpExchange
  [method uri protocol request-headers response-headers request-body out context socket done abandon attributes
   ^:volatile-mutable code ^:volatile-mutable body]
  (getRequestMethod [_] method)
  (getRequestURI [_] uri)
  (getProtocol [_] protocol)
  (getRequestHeaders [_] request-headers)
  (getResponseHeaders [_] response-headers)
  (getRequestBody [_] request-body)
  (getHttpContext [_] context)
  (getResponseCode [_] (int code))
  (getRemoteAddress [_] (.getRemoteSocketAddress socket))
  (getLocalAddress [_] (.getLocalSocketAddress socket))
  (getPrincipal [_])
  (getAttribute [_ label] (.get attributes label))
  (setAttribute [_ label value] (.put attributes label value) nil)
  (sendResponseHeaders [_ status length]
    (when-not (= -1 code) (throw (IOException. "headers already sent")))
    (let [head (= method "HEAD")
          old (= protocol "HTTP/1.0")
          empty (or head (neg? length) (contains? #{204 304} status))]
      (set! code (int status))
      (when old (.set response-headers "Connection" "close"))
      (.set response-headers "Date" (now-text))
      (cond
        empty (when-not (or head (contains? #{204 304} status)) (.set response-headers "Content-length" "0"))
        (pos? length) (.set response-headers "Content-length" (str length))
        (not old) (.set response-headers "Transfer-encoding" "chunked"))
      (write-head out status response-headers)
      (set! body (cond
                   empty (fixed-body out 0 done)
                   (pos? length) (fixed-body out length done)
                   old (unlimited-body out done)
                   :else (chunked-body out done)))
      (when empty (.close body))
      nil))
  ;; Before the headers are sent, a stream that asks for the real one.
  (getResponseBody [this]
    (or body
        (let [real #(or (.-body this) (throw (IOException. "response headers not sent yet")))]
          (body-stream (fn [bytes from n] (.write (real) bytes (int from) (int n))) #(.flush (real)) #(.close (real))))))
  (close [_]
    (try
      (if body (.close body) (abandon))
      (catch IOException _ (abandon))))
  (toString [this] (str "com.sun.net.httpserver.HttpExchange@" (Integer/toHexString (System/identityHashCode this)))))

;; Contexts and the server

(defclass com.sun.net.httpserver.HttpContext [server path ^:volatile-mutable handler attributes filters]
  (getServer [_] server)
  (getPath [_] path)
  (getHandler [_] handler)
  (setHandler [_ h]
    (when (nil? h) (throw (NullPointerException. "Null handler parameter")))
    (when handler (throw (IllegalArgumentException. "handler already set")))
    (set! handler h)
    nil)
  (getAttributes [_] attributes)
  (getFilters [_] filters))

(defn- refuse
  "Answers with an error that no handler has to do with."
  [out code text]
  (let [page (.getBytes (str "<h1>" code " " (reasons code) "</h1>" text) "ISO-8859-1")]
    (write-head out code [["Content-Length" [(alength page)]] ["Content-Type" ["text/html"]] ["Connection" ["close"]]])
    (doto out (.write page) .flush))
  false)

(defn- add-context [server path handler]
  (when-not (str/starts-with? path "/") (throw (IllegalArgumentException. "Illegal value for path or protocol")))
  (let [context (HttpContext/<init> server path handler (HashMap.) (ArrayList.))]
    (.add (.-contexts server) context)
    context))

(defn- context-for [server path]
  (last (sort-by (fn [context] (count (.getPath context)))
                 (reverse (filter (fn [context] (str/starts-with? path (.getPath context))) (.-contexts server))))))

(defn- run-handler [server handler exchange abandon]
  (let [task #(try (.handle handler exchange) (catch Throwable _ (abandon)))]
    (if-let [executor (.getExecutor server)]
      (.execute executor task)
      (locking (.-contexts server) (task)))))

(defn- exchange-with
  "Lets the handler of the context answer a request; whether the connection goes on."
  [server context socket out [method uri protocol headers body]]
  (let [outcome (promise)
        closing (or (= protocol "HTTP/1.0") (= "close" (some-> (.getFirst headers "Connection") str/lower-case)))
        abandon #(deliver outcome false)
        done #(deliver outcome (not closing))
        exchange (HttpExchange/<init> method uri protocol headers (Headers.) (ByteArrayInputStream. body) out context socket done abandon
                                      (HashMap.) -1 nil)]
    (swap! (.-busy server) inc)
    (try
      (run-handler server (.getHandler context) exchange abandon)
      @outcome
      (finally (swap! (.-busy server) dec)))))

(defn- serve-request
  "Reads a request and has it answered; whether the connection goes on."
  [server socket in out]
  (when-let [line (read-request-line in)]
    (try
      (let [[_ method target protocol] (or (re-matches #"([^ ]*) ([^ ]*) (.*)" line) (refused 400 "Bad request line"))
            uri (try (URI. target) (catch URISyntaxException _ (refused 400 "URISyntaxException thrown")))
            headers (read-headers in)
            body (read-body in out headers)
            context (context-for server (or (.getPath uri) ""))]
        (cond
          (nil? context) (refused 404 "No context found for request")
          (nil? (.getHandler context)) (refused 500 "No handler for context")
          :else (exchange-with server context socket out [method uri protocol headers body])))
      (catch clojure.lang.ExceptionInfo e
        (refuse out (::status (ex-data e)) (ex-message e))))))

(defn- serve-connection [server socket]
  (swap! (.-connections server) conj socket)
  (try
    (let [in (BufferedInputStream. (.getInputStream socket)), out (BufferedOutputStream. (.getOutputStream socket))]
      (while (serve-request server socket in out)))
    (catch IOException _)
    (finally
      (swap! (.-connections server) disj socket)
      (.close socket))))

(defn- accept-all [server]
  (try
    (while true
      (let [socket (.accept (.-listener server))]
        (doto (Thread. (fn [] (serve-connection server socket)) "HTTP-Connection") (.setDaemon true) .start)))
    (catch IOException _)))

(defn- wrong-state [] (throw (IllegalStateException. "server in wrong state")))

;; `state` is :new, :started or :stopped.
(defclass com.sun.net.httpserver.HttpServer
  [listener contexts connections busy ^:volatile-mutable executor ^:volatile-mutable state]
  (bind [_ address backlog] (.bind listener address (int backlog)) nil)
  (getAddress [_] (.getLocalSocketAddress listener))
  (getExecutor [_] executor)
  (setExecutor [_ e] (when-not (= state :new) (throw (IllegalStateException. "server already started"))) (set! executor e) nil)
  (createContext ([this path] (add-context this path nil))
    ([this path handler]
     (when-not (and path handler) (throw (NullPointerException. "null handler, or path parameter")))
     (add-context this path handler)))
  (removeContext [_ x]
    (let [context (if (string? x) (first (filter (fn [c] (= x (.getPath c))) contexts)) x)]
      (when (nil? context) (throw (IllegalArgumentException. "cannot remove element from list")))
      (when-not (.remove contexts context) (throw (IllegalArgumentException. "no such context in list")))
      nil))
  (start [this]
    (when-not (and (.isBound listener) (= state :new)) (wrong-state))
    (set! state :started)
    (.start (Thread. (fn [] (accept-all this)) "HTTP-Dispatcher")))
  (stop [this delay]
    (when (neg? delay) (throw (IllegalArgumentException. "negative delay parameter")))
    (set! state :stopped)
    (.close listener)
    (let [end (+ (System/currentTimeMillis) (* 1000 delay))]
      (while (and (pos? @busy) (< (System/currentTimeMillis) end)) (Thread/sleep 10)))
    (run! (fn [socket] (.close socket)) @connections))
  :static
  (create ([] (HttpServer/<init> (ServerSocket.) (java.util.concurrent.CopyOnWriteArrayList.) (atom #{}) (atom 0) nil :new))
    ([address backlog] (doto (HttpServer/create) (.bind address backlog)))))

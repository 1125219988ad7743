(ns clojure.host.uri
  "Parts of java.net.URI and URL, and how references are resolved (RFC 2396, as Java has it)."
  (:require [clojure.host.defclass :refer [extend-class]]
            [clojure.string :as str])
  (:import (java.net URI URISyntaxException URL)))

(defn- parts
  "{:scheme :specific :authority :path :query :fragment}, as they are written."
  [text]
  (let [[_ scheme rest-text fragment] (re-matches #"(?s)(?:([A-Za-z][A-Za-z0-9+.-]*):)?([^#]*)(?:#(.*))?" (str text))
        [_ authority path query] (re-matches #"(?s)(?://([^/?]*))?([^?]*)(?:\?(.*))?" rest-text)
        opaque (and scheme (not (str/starts-with? rest-text "/")))]
    {:scheme scheme :specific rest-text :fragment fragment :opaque (boolean opaque)
     :authority (when-not opaque (not-empty authority))
     :path (when-not opaque path)
     :query (when-not opaque query)}))

(defn- decoded-run [run]
  (String. (byte-array (map (fn [h] (unchecked-byte (Long/parseLong h 16))) (re-seq #"[0-9A-Fa-f]{2}" run))) "UTF-8"))

(defn- decoded
  "The text with its %XX replaced; bytes that are no UTF-8 become U+FFFD."
  [s]
  (when s (str/replace s #"(?:%[0-9A-Fa-f]{2})+" decoded-run)))

(defn- decoded-outside-brackets [s]
  (when s (str/replace s #"\[[^\]]*\]|(?:%[0-9A-Fa-f]{2})+" #(if (str/starts-with? % "[") % (decoded-run %)))))

(defn- encoded
  "The text with what is not allowed quoted; other characters than those of ASCII stay. A % is quoted
  too, if asked for."
  [s allowed percent]
  (when s
    (apply str
           (map (fn [c]
                  (let [n (int c)]
                    (cond
                      (= c \%) (if percent "%25" "%")
                      (or (re-matches allowed (str c)) (and (> n 127) (not (Character/isISOControl c)) (not (Character/isSpaceChar c)))) (str c)
                      :else (apply str (map (fn [b] (format "%%%02X" (bit-and b 255))) (.getBytes (str c) "UTF-8"))))))
                s))))

(def ^:private in-path #"[A-Za-z0-9_.!~*'():@&=+$,;/-]")
(def ^:private in-query #"[A-Za-z0-9_.!~*'():@&=+$,;/?\[\]-]")
(def ^:private in-authority #"[A-Za-z0-9_.!~*'():@&=+$,;\[\]-]")

(defn- text-of [{:keys [scheme authority path query fragment]}]
  (str (when scheme (str scheme ":")) (when authority (str "//" authority)) path (when query (str "?" query))
       (when fragment (str "#" fragment))))

(defn- normalized-path
  "Without . and with .. resolved as far as there is something before it."
  [path]
  (if (or (nil? path) (not (re-find #"(?:^|/)\.\.?(?:/|$)|//" path)))
    path
    (let [absolute (str/starts-with? path "/")
          segments (remove str/blank? (str/split path #"/"))
          kept (reduce (fn [out s]
                         (cond
                           (= s ".") out
                           (and (= s "..") (seq out) (not= ".." (peek out))) (pop out)
                           :else (conj out s)))
                       [] segments)
          folder (or (re-find #"(?:^|/)\.\.?$" path) (str/ends-with? path "/"))
          text (str/join "/" kept)
          text (str (when absolute "/") text (when (and folder (seq kept) (not= ".." (peek kept))) "/"))]
      (if (and (not absolute) (re-find #"^[^/]*:" text)) (str "./" text) text))))

(defn- host-and-port [authority]
  (let [[_ user host port] (re-matches #"(?:([^@]*)@)?(\[[^\]]*\]|[^:]*)(?::(\d*))?" (or authority ""))]
    {:user user :host (not-empty host) :port (if (seq port) (Long/parseLong port) -1)}))

(defn- resolved [base given]
  (let [g (parts given) b (parts base)]
    (cond
      (or (:opaque g) (:opaque b)) given
      (and (nil? (:scheme g)) (nil? (:authority g)) (= "" (:path g)) (nil? (:query g)) (:fragment g))
      (URI. (text-of (assoc b :fragment (:fragment g))))
      (:scheme g) given
      (:authority g) (URI. (text-of (assoc g :scheme (:scheme b))))
      :else
      (let [path (if (str/starts-with? (:path g) "/")
                   (:path g)
                   (let [folder (subs (:path b) 0 (inc (.lastIndexOf (:path b) "/")))]
                     (normalized-path (str folder (:path g)))))]
        (URI. (text-of {:scheme (:scheme b) :authority (:authority b) :path path :query (:query g) :fragment (:fragment g)}))))))

(defn- relativized [base given]
  (let [b (parts base) g (parts given)
        folder (normalized-path (:path b))
        path (normalized-path (:path g))]
    (if (or (:opaque b) (:opaque g) (not= (some-> (:scheme b) str/lower-case) (some-> (:scheme g) str/lower-case))
            (not= (:authority b) (:authority g)))
      given
      (if (= folder path)
        (URI. (text-of {:path "" :query (:query g) :fragment (:fragment g)}))
        (let [folder (if (str/ends-with? folder "/") folder (str folder "/"))]
          (if (str/starts-with? path folder)
            (URI. (text-of {:path (subs path (count folder)) :query (:query g) :fragment (:fragment g)}))
            given))))))

(defn- part [uri key] (get (parts uri) key))

(defn- server
  "The user and the port of a URI: those of an authority that is only a name are nil and -1."
  [^URI u]
  (host-and-port (when (.getHost u) (part u :authority))))

(defn- bracketed
  "The host as it stands in a URI: an IPv6 address in brackets."
  [host]
  (if (and (str/includes? host ":") (not (str/starts-with? host "[")) (not (str/ends-with? host "]"))) (str "[" host "]") host))

(defn- hierarchical
  "The text of a URI of these parts, of which the authority is quoted already."
  [scheme authority path query fragment]
  (let [text (text-of {:scheme scheme :authority authority :path (encoded path in-path true)
                       :query (encoded query in-query false) :fragment (encoded fragment in-query false)})]
    (when (and scheme (seq path) (not (str/starts-with? path "/")))
      (throw (URISyntaxException. text "Relative path in absolute URI")))
    text))

(extend-class java.net.URI
  (getRawPath [u] (part u :path))
  (getRawQuery [u] (part u :query))
  (getQuery [u] (decoded (part u :query)))
  (getRawFragment [u] (part u :fragment))
  (getFragment [u] (decoded (part u :fragment)))
  (getRawAuthority [u] (part u :authority))
  (getAuthority [u] (decoded-outside-brackets (part u :authority)))
  (getRawUserInfo [u] (:user (server u)))
  (getUserInfo [u] (decoded (:user (server u))))
  (getPort [u] (int (:port (server u))))
  (getRawSchemeSpecificPart [u] (part u :specific))
  (getSchemeSpecificPart [u] (decoded-outside-brackets (part u :specific)))
  (isAbsolute [u] (some? (part u :scheme)))
  (isOpaque [u] (part u :opaque))
  (normalize [u]
    (let [p (parts u)]
      (if (or (:opaque p) (= (:path p) (normalized-path (:path p)))) u (URI. (text-of (update p :path normalized-path))))))
  (resolve [u given]
    (java.util.Objects/requireNonNull given)
    (resolved u (if (string? given) (URI/create given) given)))
  (relativize [u given] (relativized u given))
  (toASCIIString [u] (str/replace (str u) #"[^\x00-\x7f]+"
                                  (fn [run] (apply str (map (fn [b] (format "%%%02X" (bit-and b 255))) (.getBytes run "UTF-8"))))))
  :static
  (new ([scheme specific fragment]
        (URI. (str (when scheme (str scheme ":")) (encoded specific in-query false) (when fragment (str "#" (encoded fragment in-query false))))))
    ([scheme host path fragment] (URI. scheme nil host -1 path nil fragment))
    ([scheme authority path query fragment] (URI. (hierarchical scheme (encoded authority in-authority false) path query fragment)))
    ([scheme user host port path query fragment]
     (let [text (hierarchical scheme
                              (when host (str (when user (str (encoded user in-authority false) "@")) (bracketed host) (when-not (= -1 port) (str ":" port))))
                              path query fragment)]
       (.parseServerAuthority (URI. text))))))

(extend-class java.net.URL
  (getPort [u] (int (:port (host-and-port (part u :authority)))))
  (getDefaultPort [u] (int (get {"http" 80 "https" 443 "ftp" 21} (.getProtocol u) -1)))
  (getAuthority [u] (part u :authority))
  (getUserInfo [u] (:user (host-and-port (part u :authority))))
  (getQuery [u] (part u :query))
  (getRef [u] (part u :fragment))
  (sameFile [u o] (= (assoc (parts u) :fragment nil) (assoc (parts o) :fragment nil)))
  :static
  (new ([context text] (if context (URL. (str (.resolve (.toURI context) text))) (URL. text)))
    ([protocol host file] (URL. (str protocol "://" host file)))
    ([protocol host port file] (URL. (str protocol "://" host (when-not (= -1 port) (str ":" port)) file)))))

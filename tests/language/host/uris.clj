;; Parts of URIs and URLs, and references.
(defmacro show [form]
  `(println (try (pr-str ~form) (catch Throwable e# (str (.getName (class e#)) ": " (ex-message e#))))))

(show (let [u (java.net.URI. "http://user@host:8080/p/a%20th?q=1#frag")] [(.getScheme u) (.getUserInfo u) (.getHost u) (.getPort u) (.getPath u) (.getRawPath u) (.getQuery u) (.getFragment u) (.getAuthority u) (.isAbsolute u) (str (.resolve u "../x")) (str (.normalize (java.net.URI. "http://a/b/../c"))) (str (.relativize (java.net.URI. "http://a/") (java.net.URI. "http://a/b/c"))) (.getSchemeSpecificPart u) (.isOpaque u) (str (java.net.URI/create "mailto:x")) (str (java.net.URI. "http" "h" "/p q" "f")) (str (java.net.URI. "http" nil "h" 80 "/p" "q=a b" nil)) (.toASCIIString u) (str (.toURL u))]))
(show (let [u (java.net.URL. "http://user@host:8080/p?q=1#frag")] [(.getProtocol u) (.getHost u) (.getPort u) (.getPath u) (.getQuery u) (.getRef u) (.getFile u) (.getAuthority u) (.getDefaultPort u) (str u) (str (.toURI u)) (.toExternalForm u) (str (java.net.URL. u "x/y"))]))
(show (mapv (fn [r] (str (.resolve (java.net.URI. "http://a/b/c/d;p?q") r)))
            ["g" "./g" "g/" "/g" "//g" "g?y" "#s" "g#s" "g?y#s" ";x" "." "./" ".." "../" "../g" "../.." "../../g" "../../../g" "mailto:x" "g:h"]))
(show (mapv (fn [u] (str (.normalize (java.net.URI. u)))) ["a/./b/../c" "/a/../../b" "../a" "http://h/a//b/." "./a:b" "a/.."]))
(show (mapv (fn [[a b]] (str (.relativize (java.net.URI. a) (java.net.URI. b))))
            [["http://a/b" "http://a/b/c"] ["http://a/b" "http://x/b/c"] ["/a/" "/a/b?q#f"] ["/a" "/a"]]))
(show (let [u (java.net.URI. "mailto:a@b.c")] [(.isOpaque u) (.getPath u) (.getSchemeSpecificPart u) (.getPort u)]))
(show [(str (java.net.URI. "file" nil "/a b/\u00e9%" nil)) (str (java.net.URI. "http" "u" "h" 8 "/p" "q=1&r=a b" "f g"))])

;; What java.net.URI refuses.
(defmacro show [& forms]
  `(do ~@(for [form forms]
           `(println (try (str ~form) (catch Throwable e# (pr-str (class e#) (ex-message e#))))))))
(import 'java.net.URI)
(show (URI. "http://x/a b") (URI/create "http://x/a b") (URI. "") (URI. "http:") (URI. "http://") (URI. ":x") (URI. "1a:b") (URI. "a%zz") (URI. "http://h/p?q=[1]") (URI. "http://h/p[1]") (URI. "a?b c") (URI. "a#b#c") (URI. "mailto:a b") (URI. "mailto:a@b") (URI. "http://ü.de/ä") (URI. "http://h|x/") (URI. "file:///a") (URI. "//h/p") (URI. "a:#f") (URI. "x y:z") (URI. "ä b") (URI. "http://[::1]:80/x") (URI. "urn:a:b#c d") (URI. "a\\b") (URI. "a^b") (URI. "{x}") (URI. "http://h/%20") (URI. "http://h/%2") (URI. "jar:file:/x!/y")
  (try (URI. "a b") (catch java.net.URISyntaxException e [(.getInput e) (.getReason e) (.getIndex e)])) (class (ex-cause (try (URI/create "a b") (catch Exception e e)))) (.write (java.io.StringWriter.) (.getBytes "x")))

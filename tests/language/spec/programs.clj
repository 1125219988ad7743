;; Specs as programs use them: a configuration, a command line, a small language, an instrumented API.
(ns programs
  (:require [clojure.spec.alpha :as s]
            [clojure.spec.test.alpha :as st]
            [clojure.string :as str]))

;; A configuration
(s/def ::port (s/int-in 1 65536))
(s/def ::host (s/and string? (complement str/blank?)))
(s/def ::level #{:debug :info :warn :error})
(s/def ::tags (s/coll-of keyword? :kind set?))
(s/def ::timeout (s/or :ms pos-int? :never #{:never}))
(s/def ::endpoint (s/keys :req-un [::host ::port] :opt-un [::timeout]))
(s/def ::endpoints (s/map-of keyword? ::endpoint :min-count 1))
(s/def ::logging (s/keys :req-un [::level] :opt-un [::tags]))
(s/def ::config (s/keys :req-un [::endpoints] :opt-un [::logging]))

(defn check-config [config]
  (let [conformed (s/conform ::config config)]
    (if (s/invalid? conformed)
      (doseq [{:keys [in pred val reason via]} (sort-by (comp str :in) (::s/problems (s/explain-data ::config config)))]
        (println "  at" (if (seq in) (str/join "/" in) "/") "-" (or reason (s/abbrev pred)) "-" (pr-str val) "-" (last via)))
      (println "  ok" conformed))))

(doseq [config [{:endpoints {:api {:host "localhost" :port 80 :timeout :never}}}
                {:endpoints {:api {:host " " :port 0} :db {:port 1}}}
                {:endpoints {} :logging {:level :loud :tags [:a]}}
                {:endpoints {"api" {:host "h" :port 3 :timeout 0}}}
                nil]]
  (println "config" (pr-str config))
  (check-config config)
  (print (s/explain-str ::config config)))

;; A command line
(s/def ::flag (s/and string? #(str/starts-with? % "-")))
(s/def ::path (s/and string? #(not (str/starts-with? % "-"))))
(s/def ::number (s/conformer #(try (Long/parseLong %) (catch Exception _ ::s/invalid)) str))
(s/def ::command-line
  (s/cat :command #{"copy" "list" "limit"}
         :options (s/* (s/alt :verbose #{"-v" "--verbose"}
                              :depth (s/cat :flag #{"-d" "--depth"} :value ::number)
                              :set (s/& (s/cat :flag #{"-D"} :pair ::path)
                                        #(str/includes? (:pair %) "="))))
         :paths (s/+ ::path)))

(doseq [line ["copy -v a b" "copy --depth 3 -D x=y a" "copy -d three a" "copy -D xy a" "move a" "list" "copy -v" "list -q a" ""]]
  (let [words (remove str/blank? (str/split line #" "))
        parsed (s/conform ::command-line words)]
    (println "line" (pr-str line))
    (if (s/invalid? parsed)
      (print (s/explain-str ::command-line words))
      (println parsed (= words (s/unform ::command-line parsed))))))

;; A small language: arithmetic with let
(s/def ::expr
  (s/or :number number?
        :name simple-symbol?
        :let (s/and seq? (s/cat :let #{'let} :bindings (s/and vector? (s/* (s/cat :name simple-symbol? :value ::expr))) :body ::expr))
        :call (s/and seq? (s/cat :op #{'+ '* '-} :args (s/+ ::expr)))))

(defn evaluate
  ([form] (if (s/valid? ::expr form) (evaluate (s/conform ::expr form) {}) (s/explain-str ::expr form)))
  ([[kind x] env]
   (case kind
     :number x
     :name (get env x)
     :let (evaluate (:body x) (reduce (fn [env {:keys [name value]}] (assoc env name (evaluate value env))) env (:bindings x)))
     :call (apply ({'+ + '* * '- -} (:op x)) (map #(evaluate % env) (:args x))))))

(doseq [form '[(+ 1 (* 2 3)) (let [x 2 y (+ x 1)] (* x y)) (/ 1 2) (let [x] 1) (+)]]
  (println (evaluate form)))

;; Messages by their kind
(defmulti message-spec :type)
(s/def ::id pos-int?) (s/def ::text string?) (s/def ::type keyword?)
(defmethod message-spec :post [_] (s/keys :req-un [::type ::id ::text]))
(defmethod message-spec :delete [_] (s/keys :req-un [::type ::id]))
(s/def ::message (s/multi-spec message-spec :type))
(s/def ::messages (s/coll-of ::message))
(print (s/explain-str ::messages [{:type :post :id 1 :text "x"} {:type :post :id 0} {:type :edit :id 1} {:id 3}]))

;; An instrumented function, and one of higher order
(defn ranged-rand [start end] (+ start (long (* 0.5 (- end start)))))
(s/fdef ranged-rand
  :args (s/and (s/cat :start int? :end int?) #(< (:start %) (:end %)))
  :ret int?
  :fn (s/and #(>= (:ret %) (-> % :args :start)) #(< (:ret %) (-> % :args :end))))
(st/instrument `ranged-rand)
(println (ranged-rand 1 5))
(try (ranged-rand 8 5) (catch Exception e (println (ex-message e)) (s/explain-out (ex-data e))))
(try (ranged-rand "8" 5) (catch Exception e (println (ex-message e)) (s/explain-out (ex-data e))))
(s/check-asserts true)
(try (s/assert ::endpoint {:host "x"}) (catch Exception e (println (ex-message e))))

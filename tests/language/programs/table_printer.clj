; Tables: column layout from data, alignment, borders, grouping, numbers in words, with format, cl-format and print-table.
(ns table-printer
  (:require [clojure.pprint :as pp :refer [cl-format]]
            [clojure.string :as str]
            [clojure.walk :as walk]))

(def stock
  [{:item "Widget" :kind :hardware :qty 12 :price 3.5M :tags #{:new}}
   {:item "Gadget" :kind :hardware :qty 3 :price 1999.99M :tags #{}}
   {:item "Manual" :kind :paper :qty 120 :price 0.5M :note nil}
   {:item "Gizmo, large" :kind :hardware :qty 0 :price 42M :note "out\nof stock"}
   {:item "Größe" :kind :paper :qty 7 :price 1/4 :tags #{:odd}}])

(defprotocol Cell
  (text [x] "What the cell shows.")
  (align [x] "The side it keeps to."))
(extend-protocol Cell
  nil (text [_] "-") (align [_] :center)
  Object (text [x] (str x)) (align [_] :left)
  String (text [s] (str/replace s #"\s+" " ")) (align [_] :left)
  Number (text [n] (cl-format nil "~:d" n)) (align [_] :right)
  BigDecimal (text [n] (format "%,.2f" n)) (align [_] :right)
  clojure.lang.Ratio (text [r] (str r)) (align [_] :right)
  clojure.lang.Keyword (text [k] (name k)) (align [_] :left)
  clojure.lang.IPersistentSet (text [s] (if (empty? s) "" (str/join " " (sort (map name s))))) (align [_] :left))

(defn pad [side width s]
  (let [room (- width (count s))
        spaces (fn [n] (str/join (repeat n \space)))]
    (case side
      :left (str s (spaces room))
      :right (str (spaces room) s)
      :center (str (spaces (quot room 2)) s (spaces (- room (quot room 2)))))))

(def styles
  {:ascii {:h "-" :v "|" :x "+"}
   :box {:h "─" :v "│" :x "┼"}
   :plain {:h "" :v " " :x ""}})

(defn table
  ([rows] (table {} rows))
  ([{:keys [columns style title] :or {style :ascii} :as options} rows]
   (let [columns (or columns (distinct (mapcat keys rows)))
         {:keys [h v x]} (styles style)
         widths (into {} (for [c columns] [c (apply max (count (name c)) (map (comp count text c) rows))]))
         line (when (seq h) (str x (str/join x (map #(str/join (repeat (+ 2 (widths %)) h)) columns)) x))
         row (fn [cells] (str v " " (str/join (str " " v " ") cells) " " v))
         out (concat (when title [(str/upper-case title)])
                     [line (row (map #(pad :center (widths %) (name %)) columns)) line]
                     (for [r rows] (row (for [c columns :let [cell (c r)]] (pad (align cell) (widths c) (text cell)))))
                     [line])]
     (str/join "\n" (map str/trimr (remove nil? out))))))

(println (table stock))
(println (table {:columns [:item :qty] :style :box :title "stock"} stock))
(println (table {:columns [:qty :price :item] :style :plain} (sort-by :qty stock)))
(println (table (for [[kind items] (group-by :kind stock)]
                  (array-map :kind kind :items (count items) :total (reduce + (map #(* (:qty %) (bigdec (:price %))) items))))))
(pp/print-table [:item :qty] (take 2 stock))
(pp/print-table (map #(select-keys % [:kind]) (take 1 stock)))
(pp/print-table [])

;; cl-format's directives.
(doseq [[item qty] (map (juxt :item :qty) stock)]
  (cl-format true "~12a|~5d|~5,'0d|~:[none~;~:*~r~]~%" item qty qty (when (pos? qty) qty)))
(cl-format true "~{~a~^, ~}~%" (map :item stock))
(cl-format true "~:{<~a: ~d>~}~%" (map (juxt :item :qty) (take 2 stock)))
(cl-format true "~@{~a-~}~%" 1 2 3)
(cl-format true "~d ~:d ~@d ~8:d ~b ~o ~x ~36r~%" 1234567 1234567 5 1234567 10 64 255 1295)
(cl-format true "~r ~:r ~@r ~:@r~%" 1999 21 1999 4)
(cl-format true "~,2f ~8,3f ~e ~$ ~10$~%" 3.14159 2.71828 12345.678 2.5 99.999)
(cl-format true "~d item~:p, ~d item~:p, ~d pon~:@p~%" 1 2 3)
(cl-format true "~a~10t~a~20t~a~%" "one" "two" "three")
(cl-format true "~20<~a~;~a~;~a~>|~%" "left" "mid" "right")
(cl-format true "~[zero~;one~;two~:;many~] ~[a~;b~] ~@[got ~a~] ~@[none ~a~]~%" 2 0 :x nil)
(cl-format true "~(HELLO World~) ~:(hello world~) ~@(hello World~) ~:@(hello~)~%")
(cl-format true "~s ~a ~s ~c ~:c~%" "q" "q" \a \b \space)
(cl-format true "~a ~* ~a ~2:* ~a ~0@* ~a~%" 1 2 3)
(cl-format true "~? ~@?~%" "~a+~a" [1 2] "<~a>" 3)
(cl-format true "~vd ~v,'*d ~#[none~;one~:;some~]~%" 6 42 6 42)
(println (cl-format nil "~a" nil) (cl-format nil "~{~a~}" []) (cl-format nil "~%~&x"))
(println (try (cl-format nil "~d ~d" 1) (catch Exception e (class e))))

;; pprint.
(binding [pp/*print-right-margin* 40] (pp/pprint stock))
(binding [pp/*print-right-margin* 30 *print-length* 3] (pp/pprint (zipmap (map str "abcdef") (range))))
(pp/pprint '(defn f [x] (let [y (inc x) z (* y y)] (cond (pos? z) :pos (neg? z) :neg :else (do (println "zero") :zero)))))
(binding [*print-level* 2] (pp/pprint {:a {:b {:c 1}}}))
(println (with-out-str (pp/pprint (walk/postwalk #(if (number? %) (* 2 %) %) {:a [1 2 {:b 3}]}))))
(println (pp/cl-format nil "~:<~w ~w~:>" [1 2]) (with-out-str (pp/pp)))

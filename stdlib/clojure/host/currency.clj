(ns clojure.host.currency
  "java.util.Currency: the currencies that are traded most, of ISO 4217."
  (:require [clojure.host.defclass :refer [defclass]]
            [clojure.string :as str])
  (:import (java.util Currency Locale)))

;; Code, number, digits after the point, symbol where it is not the code, name.
(def ^:private table
  "AED 784 2 - United Arab Emirates Dirham|ARS 032 2 - Argentine Peso|AUD 036 2 A$ Australian Dollar|BDT 050 2 - Bangladeshi Taka|BGN 975 2 - Bulgarian Lev|BHD 048 3 - Bahraini Dinar|BRL 986 2 R$ Brazilian Real|CAD 124 2 CA$ Canadian Dollar|CHF 756 2 - Swiss Franc|CLP 152 0 - Chilean Peso|CNY 156 2 CN¥ Chinese Yuan|COP 170 2 - Colombian Peso|CZK 203 2 - Czech Koruna|DKK 208 2 - Danish Krone|EGP 818 2 - Egyptian Pound|EUR 978 2 € Euro|GBP 826 2 £ British Pound|HKD 344 2 HK$ Hong Kong Dollar|HUF 348 2 - Hungarian Forint|IDR 360 2 - Indonesian Rupiah|ILS 376 2 ₪ Israeli New Shekel|INR 356 2 ₹ Indian Rupee|ISK 352 0 - Icelandic Króna|JPY 392 0 ¥ Japanese Yen|KES 404 2 - Kenyan Shilling|KRW 410 0 ₩ South Korean Won|KWD 414 3 - Kuwaiti Dinar|MAD 504 2 - Moroccan Dirham|MXN 484 2 MX$ Mexican Peso|MYR 458 2 - Malaysian Ringgit|NGN 566 2 - Nigerian Naira|NOK 578 2 - Norwegian Krone|NZD 554 2 NZ$ New Zealand Dollar|PEN 604 2 - Peruvian Sol|PHP 608 2 ₱ Philippine Piso|PKR 586 2 - Pakistani Rupee|PLN 985 2 - Polish Zloty|QAR 634 2 - Qatari Rial|RON 946 2 - Romanian Leu|RUB 643 2 - Russian Ruble|SAR 682 2 - Saudi Riyal|SEK 752 2 - Swedish Krona|SGD 702 2 - Singapore Dollar|THB 764 2 - Thai Baht|TND 788 3 - Tunisian Dinar|TRY 949 2 - Turkish Lira|TWD 901 2 NT$ New Taiwan Dollar|UAH 980 2 - Ukrainian Hryvnia|USD 840 2 $ US Dollar|VND 704 0 ₫ Vietnamese Dong|ZAR 710 2 - South African Rand|XXX 999 -1 ¤ Unknown Currency")

(def ^:private euro-countries (set (re-seq #".." "ADATAXBEBLCYDEEEESFIFRGFGPGRHRIEITLTLULVMCMEMFMQMTNLPMPTRESISKSMTFVAYT")))

(def ^:private dollar-countries #{"US" "AS" "BQ" "EC" "FM" "GU" "IO" "MH" "MP" "PR" "PW" "SV" "TC" "TL" "UM" "VG" "VI"})

(def ^:private other-countries {"GG" "GBP" "IM" "GBP" "JE" "GBP" "LI" "CHF" "FO" "DKK" "GL" "DKK" "SJ" "NOK"})

(defclass java.util.Currency [code number digits symbol name]
  (getCurrencyCode [_] code)
  (getNumericCode [_] (int (Long/parseLong number)))
  (getNumericCodeAsString [_] number)
  (getDefaultFractionDigits [_] (int digits))
  (getSymbol ([_] symbol) ([_ _] symbol))
  (getDisplayName ([_] name) ([_ _] name))
  (toString [_] code))

(def ^:private currencies
  (delay (into {}
               (map (fn [row]
                      (let [[code number digits symbol name] (str/split row #" " 5)]
                        [code (Currency/<init> code number (Long/parseLong digits) (if (= symbol "-") code symbol) name)])))
               (str/split table #"\|"))))

(defn- code-of-country [country]
  (cond
    (euro-countries country) "EUR"
    (dollar-countries country) "USD"
    (other-countries country) (other-countries country)
    ;; The first two letters of a currency's code are its country's.
    :else (first (filter (fn [code] (= country (subs code 0 2))) (keys @currencies)))))

(clojure.host.defclass/extend-class java.util.Currency
  :static
  (getInstance [of]
    (or (get @currencies (if (instance? Locale of) (code-of-country (.getCountry of)) of))
        (throw (IllegalArgumentException.))))
  (getAvailableCurrencies [] (java.util.HashSet. (vals @currencies))))

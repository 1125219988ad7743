(ns clojure.host.locale-codes
  "The parts of java.util.Locale that few ask for: codes of three letters (ISO 639-2 and 3166), scripts, extensions."
  (:require [clojure.host.defclass :refer [extend-class]]
            [clojure.string :as str])
  (:import (java.util Locale MissingResourceException)))

;; In the order of the codes of two letters.
(def ^:private language-codes
  (str
       "aar abk ave afr aka amh arg ara asm ava aym aze bak bel bul bih bis bam ben bod bre bos cat che cha cos "
       "cre ces chu chv cym dan deu div dzo ewe ell eng epo spa est eus fas ful fin fij fao fra fry gle gla glg "
       "grn guj glv hau heb hin hmo hrv hat hun hye her ina ind ile ibo iii ipk ind ido isl ita iku heb jpn yid "
       "jav kat kon kik kua kaz kal khm kan kor kau kas kur kom cor kir lat ltz lug lim lin lao lit lub lav mlg "
       "mah mri mkd mal mon mol mar msa mlt mya nau nob nde nep ndo nld nno nor nbl nav nya oci oji orm ori oss "
       "pan pli pol pus por que roh run ron rus kin san srd snd sme sag sin slk slv smo sna som sqi srp ssw sot "
       "sun swe swa tam tel tgk tha tir tuk tgl tsn ton tur tso tat twi tah uig ukr urd uzb ven vie vol wln wol "
       "xho yid yor zha zho zul"))

(def ^:private country-codes
  (str
       "AND ARE AFG ATG AIA ALB ARM AGO ATA ARG ASM AUT AUS ABW ALA AZE BIH BRB BGD BEL BFA BGR BHR BDI BEN BLM "
       "BMU BRN BOL BES BRA BHS BTN BVT BWA BLR BLZ CAN CCK COD CAF COG CHE CIV COK CHL CMR CHN COL CRI CUB CPV "
       "CUW CXR CYP CZE DEU DJI DNK DMA DOM DZA ECU EST EGY ESH ERI ESP ETH FIN FJI FLK FSM FRO FRA GAB GBR GRD "
       "GEO GUF GGY GHA GIB GRL GMB GIN GLP GNQ GRC SGS GTM GUM GNB GUY HKG HMD HND HRV HTI HUN IDN IRL ISR IMN "
       "IND IOT IRQ IRN ISL ITA JEY JAM JOR JPN KEN KGZ KHM KIR COM KNA PRK KOR KWT CYM KAZ LAO LBN LCA LIE LKA "
       "LBR LSO LTU LUX LVA LBY MAR MCO MDA MNE MAF MDG MHL MKD MLI MMR MNG MAC MNP MTQ MRT MSR MLT MUS MDV MWI "
       "MEX MYS MOZ NAM NCL NER NFK NGA NIC NLD NOR NPL NRU NIU NZL OMN PAN PER PYF PNG PHL PAK POL SPM PCN PRI "
       "PSE PRT PLW PRY QAT REU ROU SRB RUS RWA SAU SLB SYC SDN SWE SGP SHN SVN SJM SVK SLE SMR SEN SOM SUR SSD "
       "STP SLV SXM SYR SWZ TCA TCD ATF TGO THA TJK TKL TLS TKM TUN TON TUR TTO TUV TWN TZA UKR UGA UMI USA URY "
       "UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM MYT ZAF ZMB ZWE"))

(defn- long-code
  "The code of three letters of a short one, which is among `codes`."
  [code codes long-codes what]
  (cond
    (or (= "" code) (and (= what "language") (= 3 (count code)))) code
    :else (let [i (.indexOf (vec codes) code)]
            (if (neg? i)
              (throw (MissingResourceException. (str "Couldn't find 3-letter " what " code for " code)
                                                (str "FormatData_" code) "ShortCountry"))
              (nth (str/split long-codes #" ") i)))))

(extend-class java.util.Locale
  (getISO3Language [this] (long-code (.getLanguage this) (sort (Locale/getISOLanguages)) language-codes "language"))
  (getISO3Country [this] (long-code (.getCountry this) (sort (Locale/getISOCountries)) country-codes "country"))
  (getDisplayScript ([this] (.getScript this)) ([this _] (.getScript this)))
  (getDisplayVariant ([this] (.getVariant this)) ([this _] (.getVariant this)))
  (getExtension [_ _])
  (getExtensionKeys [_] #{})
  (getUnicodeLocaleKeys [_] #{})
  (getUnicodeLocaleAttributes [_] #{})
  (getUnicodeLocaleType [_ _]))

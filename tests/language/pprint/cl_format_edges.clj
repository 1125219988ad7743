;; Corners of cl-format: scaled and negative zeros, what a narrow field leaves of a number, an exponent
;; that does not fit, a choice without its second clause.
(require '[clojure.pprint :refer [cl-format]])
(defmacro show [& forms]
  `(do ~@(for [f forms] `(prn '~f (try ~f (catch Throwable e# [(class e#) (ex-message e#)]))))))
(doseq [format ["~10,2,1f" "~,5,2f" "~,,1f" "~3,,1f" "~8,1,2f" "~f" "~,2f" "~8,2f" "~4f" "~g" "~$"]
        x [0 0.0 -0.0]]
  (println format x (str "[" (cl-format nil format x) "]")))
(doseq [format ["~2f" "~4f" "~5f" "~6f" "~4,,1f" "~6,,2f" "~3,,-1f" "~5,1f"] x [9.99999 99.99 1.5e-7 -12.5]]
  (println format x (str "[" (cl-format nil format x) "]")))
(show (cl-format nil "~12,2,1,0,'*,'x,'Ee" 1e10)
      (cl-format nil "~12,2,2,,'*e" 1e10)
      (cl-format nil "~12,2,2,,'*e" 1e100)
      (cl-format nil "~:[a~]" 0)
      (cl-format nil "~:[a~]" nil)
      (cl-format nil "~:[~]" 1))
(show (subs "abc" 0 -2) (subs "abc" -1) (subs "abc" -2 -1) (subs "" 0 -1) (subs "abc" 2 1) (subs "abc" 4))
;; Widths, steps and paddings that are no sizes.
(doseq [format ["~vd" "~v@d" "~v:d" "~vb" "~v@x" "~va" "~v@a" "~vs"] width [Long/MIN_VALUE -1 0]]
  (println format width (str "[" (cl-format nil format width 17) (cl-format nil format width 2.5) "]")))
(doseq [mincol [0 3 9 12] colinc [-3 -1 1 4] minpad [-2 0 5]]
  (println mincol colinc minpad (cl-format nil "[~v,v,va][~v,v,v@a]" mincol colinc minpad "abc" mincol colinc minpad "abcdefg")))
;; Parameters that are no numbers, or have a fraction.
(show (cl-format nil "~v:@s" ##NaN 1) (cl-format nil "~vd" ##NaN 1) (cl-format nil "~vf" ##NaN 1) (cl-format nil "~,vf" ##NaN 1.25)
      (cl-format nil "~v$" ##NaN 1.25) (cl-format nil "~,ve" ##NaN 1.25) (cl-format nil "~va|" 7.5 1) (cl-format nil "~vf" 7.5 1)
      (cl-format nil "~v@$" -0.9999 18) (cl-format nil "~,vf" -0.5 18) (cl-format nil "~,vf" 1.5 0.04) (cl-format nil "~,ve" 2.25 -95.5))

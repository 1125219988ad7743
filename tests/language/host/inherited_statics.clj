;; Static members of superclasses and constants of interfaces by the name of a class that inherits them.
(println java.util.GregorianCalendar/MONTH java.util.GregorianCalendar/JANUARY (class (java.util.GregorianCalendar/getInstance)))
(println java.sql.CallableStatement/SUCCESS_NO_INFO java.sql.PreparedStatement/NO_GENERATED_KEYS)

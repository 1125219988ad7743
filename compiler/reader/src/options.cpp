// The option maps of read, read-string, edn/read and edn/read-string.
#include "reader_parts.h"

namespace clj::reader {

Options Options::from_map(Value map, Value& eof_value, bool edn) {
  Options options;
  options.edn = edn;
  eof_value = Value::absent();
  if (map.is_nil()) {
    options.eof_throws = true;
    return options;
  }
  if (!is_map(map)) throw_class_cast(map, "clojure.lang.IPersistentMap");
  Value eof = get(map, make_keyword("", "eof"), Value::absent());
  bool throws = eof.is_absent() || (!edn && eof == make_keyword("", "eofthrow"));
  options.eof_throws = throws;
  if (!throws) eof_value = eof;
  if (edn) {
    options.edn_readers = get(map, make_keyword("", "readers"));
    options.edn_default = get(map, make_keyword("", "default"));
    return options;
  }
  Value conditionals = get(map, make_keyword("", "read-cond"));
  if (conditionals == make_keyword("", "allow")) options.conditionals = Conditionals::kAllow;
  if (conditionals == make_keyword("", "preserve")) options.conditionals = Conditionals::kPreserve;
  options.features = get(map, make_keyword("", "features"));
  return options;
}

}  // namespace clj::reader

#include "clj/reader/edn.h"

namespace clj::reader {

Value read_edn_string(Value string, Value options_map) {
  Value eof_value;
  Options options = Options::from_map(options_map, eof_value, true);
  StringSource source(string);
  Value form = Reader(source, options).read();
  return form.is_absent() ? eof_value : form;
}

}  // namespace clj::reader

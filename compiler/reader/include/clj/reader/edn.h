// EDN: the data subset of what the reader reads, as clojure.edn does.
//
// Not EDN: quote, deref, syntax-quote, #(), #"", #'', #=, #?, ::keywords, and data readers
// other than those given. #inst and #uuid are always known.
//
// Errors   As reader.h; from a source with positions an EdnReader$ReaderException.
// Design   docs/reader.md
#pragma once
#include "clj/reader/reader.h"

namespace clj::reader {

// Options for a Reader that reads EDN. `readers` is a map of tag to function or nil,
// `default_reader` a function of (tag, value) or nil.
inline Options edn_options(Value readers = Value::nil(), Value default_reader = Value::nil()) {
  Options options;
  options.edn = true;
  options.edn_readers = readers;
  options.edn_default = default_reader;
  return options;
}

// (edn/read-string opts s): the first form, what :eof says, or a RuntimeException at the end.
Value read_edn_string(Value string, Value options_map);

}  // namespace clj::reader

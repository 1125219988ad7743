// clojure.lang.LispReader$StringReader and RegexReader: functions that read what follows the quote
// of a literal, which libraries use to take escapes apart.
#include "host_support.h"

namespace clj::builtins {
Value read(Value* args, uint32_t count);
}

namespace clj::builtins::host {
namespace {

Value make_reader(const char* class_name) {
  auto* reader = make_host_object<HostObject>(class_name);
  return Value::object(reader);
}

void unread(Value stream, char16_t unit) {
  Value character = Value::character(unit);
  call_method(stream, make_symbol("", "unread"), &character, 1);
}

}  // namespace

CLJ_FN(string_literal_reader_new) { return make_reader("clojure.lang.LispReader$StringReader"); }
CLJ_FN(regex_literal_reader_new) { return make_reader("clojure.lang.LispReader$RegexReader"); }

// (reader stream opening-quote options pending): the quote was read already.
CLJ_FN(string_literal_reader_invoke) {
  unread(args[1], u'"');
  return builtins::read(args + 1, 1);
}
CLJ_FN(regex_literal_reader_invoke) {
  unread(args[1], u'"');
  unread(args[1], u'#');
  return builtins::read(args + 1, 1);
}

}  // namespace clj::builtins::host

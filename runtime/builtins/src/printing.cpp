// pr, print and their relatives.
//
// Text is built in C++ memory by core's printer and handed to the writer in one piece, so that
// what one call prints is not mixed with what other threads print.
#include "clj/core/print.h"

#include "clj/io/writer.h"
#include "native.h"

namespace clj::builtins {

namespace {

Value out() { return deref(cast<Var>(roots.var_out)); }

void append_values(StringBuffer& text, const Value* args, uint32_t count, bool readably) {
  for (uint32_t i = 0; i < count; ++i) {
    if (i) text.append_unit(u' ');
    print_value(text, args[i], readably);
  }
}

bool readably_set() { return deref(cast<Var>(roots.var_print_readably)).truthy(); }

Value print_values(const Value* args, uint32_t count, bool readably, bool line) {
  StringBuffer text;
  append_values(text, args, count, readably);
  if (line) text.append_unit(u'\n');
  Value writer = out();
  io::write(writer, as_string(text.to_string()));
  if (line && deref(cast<Var>(roots.var_flush_on_newline)).truthy()) io::newline_written(writer);
  return Value::nil();
}

Value text_of(const Value* args, uint32_t count, bool readably, bool line) {
  StringBuffer text;
  append_values(text, args, count, readably);
  if (line) text.append_unit(u'\n');
  return text.to_string();
}

}  // namespace

CLJ_FN(pr) { return count == 0 ? Value::nil() : print_values(args, count, readably_set(), false); }
CLJ_FN(prn) { return print_values(args, count, readably_set(), true); }
CLJ_FN(print) { return count == 0 ? Value::nil() : print_values(args, count, false, false); }
CLJ_FN(println) { return print_values(args, count, false, true); }
CLJ_FN(newline) {
  io::write_unit(out(), u'\n');
  return Value::nil();
}
CLJ_FN(flush) {
  io::flush(out());
  return Value::nil();
}
CLJ_FN(pr_str) { return text_of(args, count, readably_set(), false); }
CLJ_FN(prn_str) { return text_of(args, count, readably_set(), true); }
CLJ_FN(print_str) { return text_of(args, count, false, false); }
CLJ_FN(println_str) { return text_of(args, count, false, true); }

CLJ_FN(print_builtin) {
  StringBuffer text;
  print_value(text, args[0], readably_set());
  io::write(args[1], as_string(text.to_string()));
  return Value::nil();
}

CLJ_FN(write_text) {
  io::write(args[0], as_string(str_value(args[1])));
  return Value::nil();
}

}  // namespace clj::builtins

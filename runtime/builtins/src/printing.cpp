// pr, print and their relatives.
//
// Text is built in C++ memory by core's printer and handed to the writer in as few pieces as
// possible: one, unless printing runs Clojure code (lazy seqs, print-methods of the program). A proxy that looks at what is
// written gets each value, the blank between two, as an int, and the end of the line for itself.
#include "clj/core/host.h"
#include "clj/core/print.h"

#include <algorithm>
#include <optional>

#include "clj/io/writer.h"
#include "native.h"

namespace clj::builtins {

namespace {

Value out() { return deref(cast<Var>(roots.var_out)); }
bool readably_set() { return deref(cast<Var>(roots.var_print_readably)).truthy(); }

Value take_text(void* context, StringBuffer& text) {
  Value writer = *static_cast<Value*>(context);
  if (text.length() == 0) return writer;
  io::write(writer, as_string(text.to_string()));
  text = StringBuffer();
  return writer;
}

// Calls print(text, flush) and hands the text to the writer, also what was printed before an exception.
template <class Print>
void print_to(Value writer, const Print& print) {
  PrintFlush flush{take_text, &writer};
  StringBuffer text;
  try {
    print(text, &flush);
  } catch (ClojureThrow&) {
    take_text(&writer, text);
    throw;
  }
  take_text(&writer, text);
}

void append_values(StringBuffer& text, const Value* args, uint32_t count, bool readably, const PrintFlush* flush) {
  for (uint32_t i = 0; i < count; ++i) {
    if (i) text.append_unit(u' ');
    print_value(text, args[i], readably, flush);
  }
}

void write_one_by_one(Value writer, StringBuffer& text, const Value* args, uint32_t count, bool readably, const PrintFlush* flush) {
  for (uint32_t i = 0; i < count; ++i) {
    Value blank[] = {writer, make_int(' ')};
    if (i) call_host_method(make_symbol("", "write"), blank, 2);
    print_value(text, args[i], readably, flush);
    flush->take(flush->context, text);
  }
}

// Whether printing may run code of the program: that of a lazy seq, a method, a proxy's write.
bool may_run_code(const Value* args, uint32_t count) {
  return std::any_of(args, args + count, [](Value v) {
    return v.is_object() && !is_string(v) && !is_symbol(v) && !is_keyword(v) && !is_number(v);
  });
}

// print and its relatives bind *print-readably* to nil, which code sees that they run.
void bind_print_readably(std::optional<BindingScope>& scope) {
  Value flag[] = {roots.var_print_readably, Value::nil()};
  scope.emplace(make_map(flag, 2));
}

Value print_values(const Value* args, uint32_t count, bool readably, bool line) {
  Value writer = out();
  std::optional<BindingScope> not_readably;
  if (!readably && (overrides(writer, "write") || may_run_code(args, count))) bind_print_readably(not_readably);
  print_to(writer, [&](StringBuffer& text, const PrintFlush* flush) {
    if (overrides(writer, "write")) write_one_by_one(writer, text, args, count, readably, flush);
    else append_values(text, args, count, readably, flush);
    if (line) text.append_unit(u'\n');
  });
  if (line && deref(cast<Var>(roots.var_flush_on_newline)).truthy()) io::newline_written(writer);
  return Value::nil();
}

// Printing to a string. *out* is that string meanwhile, so what realising a lazy seq prints goes there too; it is bound
// when printing first runs Clojure code, which it seldom does.
class TextPrinter {
 public:
  TextPrinter() = default;
  TextPrinter(const TextPrinter&) = delete;

  Value print(const Value* args, uint32_t count, bool readably, bool line) {
    PrintFlush flush{before_code, this};
    StringBuffer text;
    if (!readably && may_run_code(args, count)) bind_print_readably(not_readably_);
    // Then the levels of what is printed have scopes of bindings, which have to be inside of this one.
    if (print_hooks.is_extended && !deref(cast<Var>(roots.var_print_level)).is_nil()) bind_out();
    append_values(text, args, count, readably, &flush);
    if (line) text.append_unit(u'\n');
    if (writer_.is_nil()) return text.to_string();
    take_text(&writer_, text);
    return io::written_text(writer_);
  }

 private:
  static Value before_code(void* printer, StringBuffer& text) {
    auto* self = static_cast<TextPrinter*>(printer);
    if (self->writer_.is_nil()) self->bind_out();
    return take_text(&self->writer_, text);
  }
  void bind_out() {
    writer_ = io::make_string_writer();
    Value binding[] = {roots.var_out, writer_};
    bound_.emplace(make_map(binding, 2));
  }

  Value writer_ = Value::nil();
  // The inner one is the last, and the first to end.
  std::optional<BindingScope> not_readably_;
  std::optional<BindingScope> bound_;  // *out* to writer_
};

Value text_of(const Value* args, uint32_t count, bool readably, bool line) {
  return TextPrinter().print(args, count, readably, line);
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
  bool readably = readably_set();
  print_to(args[1], [&](StringBuffer& text, const PrintFlush* flush) { clj::print_builtin(text, args[0], readably, flush); });
  return Value::nil();
}

CLJ_FN(write_text) {
  io::write(args[0], as_string(str_value(args[1])));
  return Value::nil();
}

}  // namespace clj::builtins

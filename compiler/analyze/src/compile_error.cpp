#include "compile_error.h"

#include <string>

#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"

namespace clj::analyze {
namespace {

struct PhaseText {
  const char* keyword;
  const char* words;
};
const PhaseText phase_texts[] = {
    {"compile-syntax-check", "Syntax error compiling "},
    {"macro-syntax-check", "Syntax error macroexpanding "},
    {"macroexpansion", "Unexpected error macroexpanding "},
};

Value error_key(const char* name) { return make_keyword("clojure.error", name); }

}  // namespace

bool is_compiler_exception(Value throwable) { return is_instance(error_class(Error::kCompilerException), throwable); }

void throw_compiler_exception(Phase phase, Value symbol, uint32_t line, uint32_t column, Value cause) {
  const PhaseText& text = phase_texts[static_cast<int>(phase)];
  Value file = roots.var_file.is_nil() ? Value::nil() : deref(cast<Var>(roots.var_file));
  std::string message = text.words;
  if (!symbol.is_nil()) message += symbol_text(symbol) + " ";
  message += "at (";
  if (is_string(file)) message += to_utf8(file) + ":";
  message += std::to_string(line) + ":" + std::to_string(column) + ").";

  gc::ValueList data;
  data.push_back(error_key("phase"));
  data.push_back(make_keyword("", text.keyword));
  data.push_back(error_key("line"));
  data.push_back(make_long(line));
  data.push_back(error_key("column"));
  data.push_back(make_long(column));
  if (is_string(file)) {
    data.push_back(error_key("source"));
    data.push_back(file);
  }
  if (!symbol.is_nil()) {
    data.push_back(error_key("symbol"));
    data.push_back(symbol);
  }
  throw_value(make_throwable(error_class(Error::kCompilerException), make_string(message), cause,
                             make_map(data.data(), data.size())));
}

std::string host_text(Value form) { return form.is_nil() ? "null" : to_utf8(str_value(form)); }

}  // namespace clj::analyze

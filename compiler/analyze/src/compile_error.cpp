#include "compile_error.h"

#include <string>

#include "clj/core/compiler_exception.h"
#include "clj/core/error.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/var.h"

namespace clj::analyze {
namespace {

struct PhaseText {
  const char* keyword;
  const char* words;
};
const PhaseText phase_texts[] = {
    {"compile-syntax-check", "Syntax error compiling"},
    {"macro-syntax-check", "Syntax error macroexpanding"},
    {"macroexpansion", "Unexpected error macroexpanding"},
};

}  // namespace

void throw_compiler_exception(Phase phase, Value symbol, uint32_t line, uint32_t column, Value cause) {
  const PhaseText& text = phase_texts[static_cast<int>(phase)];
  Value file = roots.var_file.is_nil() ? Value::nil() : deref(cast<Var>(roots.var_file));
  throw_value(make_compiler_exception(text.keyword, text.words, symbol, file, line, column, cause));
}

std::string host_text(Value form) { return form.is_nil() ? "null" : to_utf8(str_value(form)); }

}  // namespace clj::analyze

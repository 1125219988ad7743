#include "clj/core/compiler_exception.h"

#include <string>

#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/print.h"
#include "clj/core/text.h"
#include "clj/core/type.h"

namespace clj {
namespace {

constexpr std::string_view kExecution = "execution";

Value error_key(std::string_view name) { return make_keyword("clojure.error", name); }

}  // namespace

Value make_compiler_exception(std::string_view phase, std::string_view words, Value symbol, Value file, int64_t line,
                              int64_t column, Value cause) {
  std::string message(words);
  if (!symbol.is_nil()) message += " " + symbol_text(symbol);
  message += " at (";
  if (is_string(file)) message += to_utf8(file) + ":";
  message += std::to_string(line) + ":" + std::to_string(column) + ").";

  gc::ValueList data;
  auto put = [&](std::string_view key, Value value) {
    data.push_back(error_key(key));
    data.push_back(value);
  };
  put("phase", make_keyword("", phase));
  put("line", make_long(line));
  put("column", make_long(column));
  if (is_string(file)) put("source", file);
  if (!symbol.is_nil()) put("symbol", symbol);
  return make_throwable(error_class(Error::kCompilerException), make_string(message), cause,
                        make_map(data.data(), data.size()));
}

bool is_compiler_exception(Value throwable) { return is_instance(error_class(Error::kCompilerException), throwable); }

Value loading_error(Value thrown, Value file, int64_t line, int64_t column) {
  if (is_compiler_exception(thrown)) return thrown;
  return make_compiler_exception(kExecution, "Syntax error macroexpanding", Value::nil(), file, line, column, thrown);
}

Value without_loading_error(Value thrown) {
  while (is_compiler_exception(thrown)) {
    auto* error = cast<Throwable>(thrown);
    if (!is_map(error->data) || get(error->data, error_key("phase")) != make_keyword("", kExecution)) break;
    if (!is_kind(error->cause, Kind::kThrowable)) break;
    thrown = error->cause;
  }
  return thrown;
}

}  // namespace clj

#include <atomic>
#include <utility>

#include "analyzer.h"
#include "clj/analyze/analyze.h"
#include "clj/core/collections.h"
#include "clj/core/equality.h"
#include "clj/core/host.h"
#include "clj/core/roots.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "expand.h"

namespace clj::analyze {
namespace {

thread_local uint32_t current_line = 0, current_column = 0;
thread_local bool classes_must_exist = false;

}  // namespace

TopLevelPosition::TopLevelPosition(Value form) : outer_line_(current_line), outer_column_(current_column) {
  Value m = supports_meta(form) ? meta(form) : Value::nil();
  if (m.is_nil()) return;
  Value line = get(m, roots.kw_line), column = get(m, roots.kw_column);
  if (line.is_inline_long()) current_line = static_cast<uint32_t>(line.as_inline_long());
  if (column.is_inline_long()) current_column = static_cast<uint32_t>(column.as_inline_long());
}

TopLevelPosition::TopLevelPosition(uint32_t line, uint32_t column) : outer_line_(current_line), outer_column_(current_column) {
  current_line = line;
  current_column = column;
}

TopLevelPosition::~TopLevelPosition() {
  current_line = outer_line_;
  current_column = outer_column_;
}

void top_level_position(uint32_t& line, uint32_t& column) {
  line = current_line;
  column = current_column;
}

Value current_position() {
  Value position[] = {Value::inline_long(current_line), Value::inline_long(current_column)};
  return make_vector(position, std::size(position));
}

ClassesMustExist::ClassesMustExist(bool must) : outer_(std::exchange(classes_must_exist, must)) {}
ClassesMustExist::~ClassesMustExist() { classes_must_exist = outer_; }

std::shared_ptr<Unit> analyze(Value form) {
  auto unit = std::make_shared<Unit>();
  unit->file = roots.var_file.is_nil() ? Value::nil() : deref(cast<Var>(roots.var_file));
  Analyzer analyzer(*unit, current_line, current_column);
  analyzer.analyze_root(form);
  return unit;
}

void Analyzer::refuse_missing_class(Value name) const {
  if (!classes_must_exist || fn_->outer != nullptr || !is_unknown_class(name)) return;
  std::string text = to_utf8(name);
  bool imported = !get(std::atomic_ref<Value>(roots.imported_classes).load(), name).is_nil();
  if (text.find('.') != text.npos && find_class(text).is_nil() && !imported) throw_class_not_found(text);
}

Value eval_top_level(Value form, Value (*run)(const std::shared_ptr<Unit>&)) {
  check_stack();
  TopLevelPosition position(form);
  form = macroexpand(form);
  Value op = is_seq(form) ? first(form) : Value::nil();
  if (!is_symbol(op) || !equal(cast<Symbol>(op), cast<Symbol>(roots.sym_do_))) return run(analyze(form));
  Value result;
  for (Value rest_forms = next(form); !rest_forms.is_nil(); rest_forms = next(rest_forms)) {
    result = eval_top_level(first(rest_forms), run);
  }
  return result;
}

}  // namespace clj::analyze

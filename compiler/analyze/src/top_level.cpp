#include "analyzer.h"
#include "clj/analyze/analyze.h"
#include "clj/core/collections.h"
#include "clj/core/equality.h"
#include "clj/core/roots.h"
#include "clj/core/var.h"

namespace clj::analyze {

std::shared_ptr<Unit> analyze(Value form) {
  auto unit = std::make_shared<Unit>();
  unit->file = roots.var_file.is_nil() ? Value::nil() : deref(cast<Var>(roots.var_file));
  Analyzer analyzer(*unit);
  analyzer.analyze_root(form);
  return unit;
}

Value eval_top_level(Value form, Value (*run)(const std::shared_ptr<Unit>&)) {
  check_stack();
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

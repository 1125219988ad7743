// if, do, quote, var, throw, monitor-enter, monitor-exit.
#include "../analyzer.h"
#include "../quoted.h"
#include "../resolve.h"
#include "clj/analyze/observer.h"
#include "clj/core/collections.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"
#include "clj/core/type.h"

namespace clj::analyze {

Node* Analyzer::form_if(Value, const Items& items, Place place) {
  if (items.size() < 3) throw_error(Error::kRuntimeException, "Too few arguments to if");
  if (items.size() > 4) throw_error(Error::kRuntimeException, "Too many arguments to if");
  place.name = Value::nil();
  auto* made = node<IfNode>(place);
  made->test = analyze(items[1]);
  made->then = analyze(items[2], place);
  made->otherwise = items.size() == 4 ? analyze(items[3], place) : constant(Value::nil());
  return made;
}

Node* Analyzer::form_do(Value, const Items& items, Place place) { return body(items, 1, place); }

Node* Analyzer::form_quote(Value form, const Items& items, Place) {
  if (items.size() != 2) {
    Value data[] = {make_keyword("", "form"), form};
    throw_value(
        make_throwable(error_class(Error::kExceptionInfo),
                       make_string("Wrong number of args (" + std::to_string(items.size() - 1) + ") passed to quote"),
                       Value::nil(), make_map(data, 2)));
  }
  return constant(with_lists(items[1]));
}

Node* Analyzer::form_var(Value, const Items& items, Place) {
  if (items.size() >= 2 && !items[1].is_nil() && !is_symbol(items[1])) throw_class_cast(items[1], "clojure.lang.Symbol");
  if (items.size() < 2 || items[1].is_nil()) {
    throw_error(Error::kIllegalArgument, "Malformed var expression, expecting (var symbol)");
  }
  Value var = Value::nil();
  Value mapped = cast<Symbol>(items[1])->ns.is_nil() ? resolve_mapping(current_ns(), items[1]) : Value::nil();
  if (!mapped.is_nil() && !is_kind(mapped, Kind::kVar)) {
    throw_error(Error::kRuntimeException, "Expecting var, but " + symbol_text(items[1]) + " is mapped to " + to_utf8(str_value(mapped)));
  }
  var = lookup_var(items[1], false);
  if (var.is_nil()) {
    throw_error(Error::kRuntimeException, "Unable to resolve var: " + symbol_text(items[1]) + " in this context");
  }
  if (Observer* observer = current_observer()) observer->resolved(items[1], var);
  auto* made = node<TheVarNode>();
  made->var = var;
  return made;
}

Node* Analyzer::form_throw(Value, const Items& items, Place) {
  if (items.size() != 2) {
    throw_error(Error::kRuntimeException, std::string(items.size() < 2 ? "Too few" : "Too many") +
                                              " arguments to throw, throw expects a single Throwable instance");
  }
  auto* made = node<ThrowNode>();
  made->exception = analyze(items[1]);
  return made;
}

Node* Analyzer::form_monitor_enter(Value, const Items& items, Place) {
  auto* made = node<MonitorEnterNode>();
  made->target = items.size() > 1 ? analyze(items[1]) : constant(Value::nil());
  return made;
}

Node* Analyzer::form_monitor_exit(Value, const Items& items, Place) {
  auto* made = node<MonitorExitNode>();
  made->target = items.size() > 1 ? analyze(items[1]) : constant(Value::nil());
  return made;
}

}  // namespace clj::analyze

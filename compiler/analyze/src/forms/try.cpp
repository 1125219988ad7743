// try with its catch and finally clauses.
#include "../analyzer.h"
#include "../compile_error.h"
#include "clj/core/collections.h"
#include "clj/core/print.h"
#include "clj/core/error.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"

namespace clj::analyze {
namespace {

bool is_clause(Value form) {
  if (!is_seq(form)) return false;
  Value op = first(form);
  if (!is_symbol(op)) return false;
  auto* symbol = cast<Symbol>(op);
  return equal(symbol, cast<Symbol>(roots.sym_catch_)) || equal(symbol, cast<Symbol>(roots.sym_finally));
}

// The JVM does not load the function of a clause for a class that is never thrown. What is only a name may be thrown.
void require_throwable(Value cls) {
  if (!is_kind(cls, Kind::kClass) || is_only_a_name(cls) || is_assignable(cls, find_class("java.lang.Throwable"))) return;
  std::string message = "Catch type is not a subclass of Throwable in exception handler: " + to_utf8(cast<Class>(cls)->name);
  throw_value(make_throwable(find_class("java.lang.VerifyError"), make_string(message), Value::nil(), Value::nil()));
}

}  // namespace

// What is wrong is told in the order of the forms: the body is analyzed before the first clause, a clause before the next form.
Node* Analyzer::form_try(Value, const Items& items, Place place) {
  size_t clauses = 1;
  while (clauses < items.size() && !is_clause(items[clauses])) ++clauses;
  bool plain = clauses == items.size();
  AsOwnFn own(*this, place.context != Context::kReturn);
  auto* made = node<TryNode>(place);
  {
    // recur would leave the handlers' scope; inside the body its error says so.
    Restore restore(*this);
    no_recur_ = true;
    gc::ValueList forms;
    for (size_t i = 1; i < clauses; ++i) forms.push_back(items[i]);
    Node* tried = body(forms, 0, Place{plain && place.tail, true, Value::nil(), Context::kReturn});
    if (plain) return tried;
    made->body = tried;
  }

  std::vector<Node*> handlers;
  for (size_t i = clauses; i < items.size(); ++i) {
    if (!is_clause(items[i])) throw_error(Error::kRuntimeException, "Only catch or finally clause can follow catch in try expression");
    Items parts(items[i]);
    if (equal(cast<Symbol>(parts[0]), cast<Symbol>(roots.sym_catch_))) {
      handlers.push_back(catch_clause(parts));
      continue;
    }
    if (i + 1 < items.size()) throw_error(Error::kRuntimeException, "finally clause must be last in try expression");
    made->finally = body(parts, 1, Place{false, false, Value::nil(), Context::kStatement});
  }
  for (const Node* handler : handlers) require_throwable(as<CatchNode>(handler).cls);  // what else is wrong is told before
  made->catches = unit_.make_list(handlers);
  return made;
}

CatchNode* Analyzer::catch_clause(const Items& parts) {
  Restore restore(*this);
  auto* handler = node<CatchNode>();
  handler->cls = require_class(parts.size() > 1 ? parts[1] : Value::nil());
  Value name = parts.size() > 2 ? parts[2] : Value::nil();
  if (!is_symbol(name)) {
    throw_error(Error::kIllegalArgument, "Bad binding form, expected symbol, got: " + host_text(name));
  }
  if (!cast<Symbol>(name)->ns.is_nil()) {
    throw_error(Error::kRuntimeException, "Can't bind qualified name:" + symbol_text(name));
  }
  handler->local = make_local(name);
  bind(name, handler->local);
  handler->body = body(parts, 3, Place{});
  return handler;
}

}  // namespace clj::analyze

// try with its catch and finally clauses.
#include "../analyzer.h"
#include "clj/core/collections.h"
#include "clj/core/print.h"
#include "clj/core/roots.h"

namespace clj::analyze {
namespace {

bool is_clause(Value form, Value name) {
  if (!is_seq(form)) return false;
  Value op = first(form);
  return is_symbol(op) && equal(cast<Symbol>(op), cast<Symbol>(name));
}

}  // namespace

Node* Analyzer::form_try(Value, const Items& items, Place place) {
  gc::ValueList body_forms, catches, finally_forms;
  bool has_finally = false;
  for (size_t i = 1; i < items.size(); ++i) {
    if (has_finally) throw_error(Error::kRuntimeException, "finally clause must be last in try expression");
    if (is_clause(items[i], roots.sym_catch_)) {
      catches.push_back(items[i]);
    } else if (is_clause(items[i], roots.sym_finally)) {
      has_finally = true;
      append_elements(next(items[i]), finally_forms);
    } else {
      if (!catches.empty()) {
        throw_error(Error::kRuntimeException, "Only catch or finally clause can follow catch in try expression");
      }
      body_forms.push_back(items[i]);
    }
  }

  NamedAsInFn names(*this, place.context != Context::kReturn);
  auto* made = node<TryNode>(place);
  {
    // recur would leave the handlers' scope; inside the body its error says so.
    Restore restore(*this);
    no_recur_ = true;
    bool plain = catches.empty() && !has_finally;
    Node* tried = body(body_forms, 0, Place{plain && place.tail, true, Value::nil(), Context::kReturn});
    if (plain) return tried;
    made->body = tried;
  }

  std::vector<Node*> handlers;
  for (Value clause : catches) {
    Restore restore(*this);
    Items parts(clause);
    auto* handler = node<CatchNode>();
    handler->cls = require_class(parts.size() > 1 ? parts[1] : Value::nil());
    Value name = parts.size() > 2 ? parts[2] : Value::nil();
    if (!is_symbol(name)) {
      throw_error(Error::kIllegalArgument, "Bad binding form, expected symbol, got: " + (name.is_nil() ? "null" : print_text(name)));
    }
    if (!cast<Symbol>(name)->ns.is_nil()) {
      throw_error(Error::kRuntimeException, "Can't bind qualified name:" + symbol_text(name));
    }
    handler->local = make_local(name);
    bind(name, handler->local);
    handler->body = body(parts, 3, Place{});
    handlers.push_back(handler);
  }
  made->catches = unit_.make_list(handlers);
  if (has_finally) made->finally = body(finally_forms, 0, Place{false, false, Value::nil(), Context::kStatement});
  return made;
}

}  // namespace clj::analyze

// The methods that a value brings itself: those of its class in Clojure, of a proxy, of a type of the program.
#include "clj/core/collections.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"

namespace clj {

Value own_class(Value v) {
  if (!v.is_object()) return Value::nil();
  switch (v.as_object()->kind) {
    case Kind::kInstance:
    case Kind::kThrowable:
    case Kind::kWriter:
    case Kind::kReader:
    case Kind::kHostObject: return v.as_object()->slot_array()[0];
    default: return Value::nil();
  }
}

Value find_method(Value v, Value name_symbol) {
  Value type = own_class(v);
  if (type.is_nil()) return Value::absent();
  // Rows come before what a class of other kinds has in Clojure.
  if (v.as_object()->kind != Kind::kInstance && !cast<Class>(type)->extra.is_object()) return Value::absent();
  Value found = get(cast<Class>(type)->methods.load(), name_symbol, Value::absent());
  if (found.is_inline_long()) return v.as_object()->slot_array()[found.as_inline_long()];
  if (!found.is_absent() || v.as_object()->kind != Kind::kInstance) return found;
  // Inherited from a class in Clojure; a superclass of other kinds has rows.
  for (Value c = cast<Class>(type)->superclass; !c.is_nil() && found.is_absent(); c = cast<Class>(c)->superclass) {
    Value methods = cast<Class>(c)->methods.load();
    if (!(methods == roots.empty_array_map)) found = get(methods, name_symbol, Value::absent());
  }
  return found;
}

Value find_own_method(Value cls, Value name_symbol) {
  Value keyword = find_keyword(name_symbol);
  return keyword.is_nil() ? Value::absent() : get(cast<Class>(cls)->methods.load(), keyword, Value::absent());
}

Value find_any_method(Value v, Value name_symbol) {
  Value found = find_method(v, name_symbol);
  if (!found.is_absent() || !is_kind(v, Kind::kInstance)) return found;
  found = find_own_method(cast<Instance>(v)->type, name_symbol);
  return found.is_inline_long() ? v.as_object()->slot_array()[found.as_inline_long()] : found;
}

Value find_class_method(Value cls, Value name_symbol) {
  for (Value c = cls; !c.is_nil(); c = cast<Class>(c)->superclass) {
    Value found = get(cast<Class>(c)->methods.load(), name_symbol, Value::absent());
    if (!found.is_absent()) return found;
  }
  Object* table = cast<Class>(cls)->ancestors.as_object();
  for (uint64_t i = 0; i < table->slot_count(); ++i) {
    Class* c = try_cast<Class>(table->slot_array()[i]);
    if (!c || !c->has_flag(Class::kInterface)) continue;
    Value found = get(c->methods.load(), name_symbol, Value::absent());
    if (!found.is_absent()) return found;
  }
  return Value::absent();
}

bool is_proxy(Value v) {
  Value type = own_class(v);
  return !type.is_nil() && cast<Class>(type)->extra.is_object();
}

bool overrides(Value v, std::string_view method) {
  return is_proxy(v) && !find_method(v, make_symbol("", method)).is_absent();
}

}  // namespace clj

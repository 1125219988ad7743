// #tag form, #user.Record[…], #user.Record{…} and #=(…).
#include "clj/core/field_types.h"
#include "clj/core/host.h"
#include "clj/core/instant.h"
#include "clj/core/uuid.h"
#include "reader_parts.h"

namespace clj::reader {
namespace {

bool has_dot(Value symbol) {
  const String* name = as_string(cast<Symbol>(symbol)->name);
  for (uint32_t i = 0; i < name->length; ++i) {
    if (name->char_at(i) == '.') return true;
  }
  return false;
}

// The tags that every reader knows, #inst and #uuid; absent() for others.
Value read_known_tag(Value tag, Value form) {
  std::string name = symbol_text(tag);
  if (name == "inst") return read_instant(form);
  if (name == "uuid") return read_uuid(form);
  return Value::absent();
}

Value checked_tag(Value tag) {
  if (!is_symbol(tag)) throw_error(Error::kRuntimeException, "Reader tag must be a symbol");
  return tag;
}

Value class_or_throw(const std::string& name) {
  Value cls = find_class(name);
  if (cls.is_nil()) throw_error(Error::kClassNotFound, name);
  return cls;
}

// The arguments of a constructor that is called by reflection, which converts numbers only. Throws
// IllegalArgumentException "Unexpected param type, expected: long, given: java.lang.String".
void check_constructor_arguments(const Class* cls, const gc::ValueList& arguments) {
  if (!has_primitive_fields(cls)) return;
  for (uint32_t i = 0; i < arguments.size(); ++i) {
    std::string type = primitive_field_type(cls, i);
    if (type.empty() || type == "boolean" || is_number(arguments[i])) continue;
    if (arguments[i].is_nil()) throw_error(Error::kNullPointer, "Cannot invoke \"Object.getClass()\" because \"arg\" is null");
    throw_error(Error::kIllegalArgument, "Unexpected param type, expected: " + type + ", given: " + to_utf8(cast<Class>(class_of(arguments[i]))->name));
  }
}

}  // namespace

// After "#", the tag's first character not yet read.
Value Reader::read_tagged() {
  Value tag = read_tag();
  Value form = read_required();
  Value made = read_as_tagged(tag, form);
  // The JVM takes nil for "no such macro".
  if (made.is_nil()) {
    std::string text = symbol_text(tag);
    size_t size = 1;
    while (size < text.size() && (text[size] & 0xC0) == 0x80) ++size;
    throw_error(Error::kRuntimeException, "No dispatch macro for: " + text.substr(0, size));
  }
  return made;
}

// What goes wrong in it is reported like the fault of a form of its own.
Value Reader::read_tag() {
  Value tag;
  try {
    tag = read_required();
  } catch (const ClojureThrow& thrown) {
    throw_placed(thrown.value);
  }
  checked_tag(tag);
  return tag;
}

Value Reader::read_as_tagged(Value tag, Value form) {
  if (suppress_) return make_tagged_literal(tag, form);
  if (has_dot(tag)) return construct_record(tag, form);
  Value reader = get(deref_or(roots.var_data_readers, Value::nil()), tag);
  if (!reader.is_nil()) return invoke(reader, form);
  Value known = read_known_tag(tag, form);
  if (!known.is_absent()) return known;
  Value fallback = deref_or(roots.var_default_data_reader_fn, Value::nil());
  if (!fallback.is_nil()) return invoke(fallback, tag, form);
  throw_error(Error::kRuntimeException, "No reader function for tag " + symbol_text(tag));
}

Value Reader::read_edn_tagged() {
  Value tag = checked_tag(read_required());
  Value form = read_required();
  Value reader = get(options_.edn_readers, tag);
  if (!reader.is_nil()) return invoke(reader, form);
  Value known = read_known_tag(tag, form);
  if (!known.is_absent()) return known;
  if (!options_.edn_default.is_nil()) return invoke(options_.edn_default, tag, form);
  throw_error(Error::kRuntimeException, "No reader function for tag " + symbol_text(tag));
}

Value Reader::construct_record(Value tag, Value form) {
  if (!deref_or(roots.var_read_eval, Value::boolean(true)).truthy())
    throw_error(Error::kRuntimeException, "Record construction syntax can only be used when *read-eval* == true");
  std::string name = symbol_text(tag);
  Value class_value = class_or_throw(name);
  auto* cls = cast<Class>(class_value);
  bool has_fields = cls->has_flag(Class::kRecord) || cls->has_flag(Class::kDeftype);
  if (is_vector(form)) {
    gc::ValueList arguments;
    append_elements(form, arguments);
    if (has_fields && static_cast<size_t>(count(cls->fields)) != arguments.size())
      throw_errorf(Error::kRuntimeException, "Unexpected number of constructor arguments to class %s: got %zu",
                   name.c_str(), arguments.size());
    if (has_fields) check_constructor_arguments(cls, arguments);
    return construct(class_value, arguments.data(), static_cast<uint32_t>(arguments.size()));
  }
  if (!is_map(form) || is_kind(form, Kind::kInstance))
    throw_error(Error::kRuntimeException, "Unreadable constructor form starting with \"#" + name + "\"");
  for_each_kv(form, [&](Value key, Value) {
    if (key.is_nil())
      throw_error(Error::kNullPointer,
                  "Cannot invoke \"Object.toString()\" because the return value of \"clojure.lang.ISeq.first()\" is null");
    if (!is_keyword(key))
      throw_error(Error::kRuntimeException,
                  "Unreadable defrecord form: key must be of type clojure.lang.Keyword, got " + text_of(key));
    return true;
  });
  if (!cls->has_flag(Class::kRecord))
    throw_error(Error::kIllegalArgument, "No matching method create found taking 1 args");
  return call_static(class_value, make_symbol("", "create"), &form, 1);
}

namespace {

// What `symbol` names as a function for #=: a Var, or nil.
Value resolve_var(Value symbol) {
  auto* s = cast<Symbol>(symbol);
  Value ns = current_ns();
  if (!s->ns.is_nil()) {
    Value ns_symbol = make_symbol(Value::nil(), s->ns);
    ns = find_alias(ns_symbol);
    if (ns.is_nil()) ns = find_namespace(ns_symbol);
    return ns.is_nil() ? ns : find_interned_var(ns, make_symbol(Value::nil(), s->name));
  }
  Value mapping = ns.is_nil() ? ns : resolve_mapping(ns, symbol);
  return is_kind(mapping, Kind::kVar) ? mapping : Value::nil();
}

bool names_class(Value symbol) {
  auto* s = cast<Symbol>(symbol);
  if (s->ns.is_nil()) return false;
  Value ns_symbol = make_symbol(Value::nil(), s->ns);
  return find_alias(ns_symbol).is_nil() && find_namespace(ns_symbol).is_nil();
}

}  // namespace

// After "#=". Calls the named function with the arguments as read: nothing else is evaluated.
Value Reader::read_eval() {
  if (!deref_or(roots.var_read_eval, Value::boolean(true)).truthy())
    throw_error(Error::kRuntimeException, "EvalReader not allowed when *read-eval* is false.");
  Value form = read_required();
  if (is_symbol(form)) return class_or_throw(symbol_text(form));
  if (!is_list(form) || seq(form).is_nil() || !is_symbol(first(form)))
    throw_error(Error::kIllegalArgument, "Unsupported #= form");

  Value head = first(form);
  auto* symbol = cast<Symbol>(head);
  gc::ValueList arguments;
  append_elements(rest(form), arguments);
  auto argument_count = static_cast<uint32_t>(arguments.size());
  if (equal(symbol, cast<Symbol>(roots.sym_var))) {
    if (arguments.empty() || !is_symbol(arguments[0]))
      throw_error(Error::kIllegalArgument, "Unsupported #= form");
    Value var = resolve_var(arguments[0]);
    if (var.is_nil()) throw_error(Error::kRuntimeException, "Can't resolve " + symbol_text(arguments[0]));
    return var;
  }
  if (ends_with(symbol->name, '.')) {
    std::string name = symbol_text(head);
    name.pop_back();
    return construct(class_or_throw(name), arguments.data(), argument_count);
  }
  if (names_class(head))
    return call_static(class_or_throw(to_utf8(symbol->ns)), make_symbol(Value::nil(), symbol->name),
                       arguments.data(), argument_count);
  Value var = resolve_var(head);
  if (var.is_nil()) throw_error(Error::kRuntimeException, "Can't resolve " + symbol_text(head));
  return invoke(deref(cast<Var>(var)), arguments.data(), argument_count);
}

}  // namespace clj::reader

// deftype, defrecord and reify: classes made by programs.
#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/field_types.h"
#include "clj/core/host.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"

namespace clj {
namespace {

// The interfaces among `declared` (Object may be listed, and classes nobody knows are names, which are interfaces that
// imports know), then those of `implied` that are not there yet.
Value interface_list(Value declared, std::initializer_list<const char*> implied) {
  gc::ValueList all;
  auto add = [&](Value cls) {
    if (is_string(cls)) {
      Value known = find_class(to_utf8(cls));
      cls = known.is_nil() ? imported_class(to_utf8(cls)) : known;
    }
    if (!is_kind(cls, Kind::kClass)) return true;
    if (!is_only_a_name(cls) && !cast<Class>(cls)->has_flag(Class::kInterface)) return true;
    for (Value seen : all) {
      if (seen == cls) return true;
    }
    all.push_back(cls);
    return true;
  };
  for_each(declared, add);
  for (const char* name : implied) add(find_class(name));
  return make_vector(all.data(), all.size());
}

bool declares(Value declared, const char* name) {
  Value wanted = find_class(name);
  return !for_each(declared, [&](Value cls) { return !(cls == wanted); });
}

// nil when no field is primitive.
Value field_metadata(Value fields) {
  gc::ValueList all;
  bool primitive = false;
  for_each(fields, [&](Value field) {
    primitive = primitive || is_primitive_field(field);
    all.push_back(cast<Symbol>(field)->meta);
    return true;
  });
  return primitive ? make_vector(all.data(), all.size()) : Value::nil();
}

// The field with the very String that names its keyword.
Value named_as_keyword(Value field) {
  auto* symbol = cast<Symbol>(field);
  if (!symbol->ns.is_nil()) return field;
  auto* keyword = cast<Keyword>(make_keyword(field));
  return with_meta(make_symbol(Value::nil(), cast<Symbol>(keyword->symbol)->name), symbol->meta);
}

struct InterfaceMethod {
  std::string_view name, interfaces;
};
constexpr InterfaceMethod interface_method_rows[] = {
#define CLJ_INTERFACE_METHOD(name, interfaces) {name, interfaces},
#include "clj/core/interface_methods.def"
#undef CLJ_INTERFACE_METHOD
};

bool implements_any(Value cls, std::string_view interfaces) {
  while (!interfaces.empty()) {
    size_t end = std::min(interfaces.find(' '), interfaces.size());
    Value interface = find_class(interfaces.substr(0, end));
    if (!interface.is_nil() && is_assignable(cls, interface)) return true;
    interfaces.remove_prefix(std::min(end + 1, interfaces.size()));
  }
  return false;
}

// What a method is stored under: its name; the keyword of the name when core's functions must not take
// it for the method of an interface that the class does not implement.
Value method_key(Value cls, Value name) {
  std::string text = to_utf8(cast<Symbol>(name)->name);
  for (const InterfaceMethod& row : interface_method_rows) {
    if (row.name == text) return implements_any(cls, row.interfaces) ? name : make_keyword(name);
  }
  return name;
}

bool names(std::string_view interfaces, std::string_view interface) {
  for (size_t at = interfaces.find(interface); at != interfaces.npos; at = interfaces.find(interface, at + 1)) {
    size_t end = at + interface.size();
    if ((at == 0 || interfaces[at - 1] == ' ') && (end == interfaces.size() || interfaces[end] == ' ')) return true;
  }
  return false;
}

// Whether one of `methods` stands in the place of one that every record has.
bool has_own_map_methods(Value methods) {
  Value of_records[] = {roots.sym_m_count,  roots.sym_m_seq,      roots.sym_m_cons,         roots.sym_m_empty,
                        roots.sym_m_equiv,  roots.sym_m_val_at,   roots.sym_m_contains_key, roots.sym_m_entry_at,
                        roots.sym_m_assoc,  roots.sym_m_without,  roots.sym_m_hasheq,       roots.sym_m_hash_code,
                        roots.sym_m_equals, roots.sym_m_iterator, roots.sym_m_meta,         roots.sym_m_with_meta};
  return std::ranges::any_of(of_records, [&](Value name) { return contains(methods, name); });
}

}  // namespace

void check_interface_method(Value v, Value interface, std::string_view method, uint32_t count) {
  if (!is_kind(v, Kind::kInstance)) return;
  Value cls = class_of(v);
  if (cast<Class>(cls)->has_flag(Class::kRecord) || !is_assignable(cls, interface)) return;
  if (!find_method(v, make_symbol("", method)).is_absent()) return;
  throw_abstract_method(cls, method, count, to_utf8(cast<Class>(interface)->name));
}

void check_interface_methods(Value v, std::string_view interface) {
  if (!is_kind(v, Kind::kInstance)) return;
  Value cls = find_class(interface);
  if (cls.is_nil()) return;
  if (cls == roots.class_ifn) return check_interface_method(v, cls, "invoke", 0);
  for (const InterfaceMethod& row : interface_method_rows) {
    if (names(row.interfaces, interface)) check_interface_method(v, cls, row.name, kSomeCount);
  }
}

std::string declaring_host_interface(Value cls, std::string_view method) {
  for (const InterfaceMethod& row : interface_method_rows) {
    if (row.name != method) continue;
    for (std::string_view rest = row.interfaces; !rest.empty();) {
      std::string_view interface = rest.substr(0, rest.find(' '));
      if (implements_any(cls, interface)) return std::string(interface);
      rest.remove_prefix(std::min(interface.size() + 1, rest.size()));
    }
  }
  return {};
}

namespace {

// A class of core/host_classes.def that has no members yet keeps its ancestry and its identity.
Value declared_host_class(std::string_view name) {
  Value cls = find_class(name);
  if (cls.is_nil() || (name.starts_with("clojure.") && !name.starts_with("clojure.lang."))) return Value::nil();
  // A program's own type, or its protocol of the same name, is none.
  bool own = cast<Class>(cls)->has_flag(Class::kDeftype) || cast<Class>(cls)->has_flag(Class::kInterface);
  if (own && !name.starts_with("java")) return Value::nil();
  return cast<Class>(cls)->fields.is_nil() ? cls : Value::nil();
}

}  // namespace

Value define_type(Value name_string, Value fields, Value interfaces, Value method_names,
                  const Value* method_functions, uint32_t count) {
  bool record = declares(interfaces, "clojure.lang.IRecord");
  Value all = record ? interface_list(interfaces, {"clojure.lang.IRecord", "clojure.lang.IHashEq", "clojure.lang.IObj",
                                                   "clojure.lang.ILookup", "clojure.lang.IKeywordLookup",
                                                   "clojure.lang.IPersistentMap", "java.util.Map",
                                                   "java.io.Serializable"})
                     : interface_list(interfaces, {"clojure.lang.IType"});
  gc::ValueList field_list;
  append_elements(fields, field_list);
  if (record) {
    for (Value& field : field_list) field = named_as_keyword(field);
  }
  fields = make_vector(field_list.data(), field_list.size());
  Value basis_meta = field_metadata(fields);
  uint8_t flags = Class::kDeftype | (record ? Class::kRecord : 0);
  Value cls = declared_host_class(to_utf8(name_string));
  if (cls.is_nil()) cls = make_class(to_utf8(name_string), roots.class_object, all, flags);
  // The host's own classes in Clojure have methods without interfaces.
  bool of_program = record || declares(interfaces, "clojure.lang.IType");
  Value methods = roots.empty_array_map;
  uint32_t index = 0;
  for_each(method_names, [&](Value name) {
    if (index < count) methods = assoc(methods, of_program ? method_key(cls, name) : name, method_functions[index]);
    ++index;
    return true;
  });
  if (record && has_own_map_methods(methods)) cast<Class>(cls)->set_flag(Class::kOwnMapMethods);
  Class* c = cast<Class>(cls);
  c->fields = fields;
  c->basis_meta = basis_meta;
  c->methods.store(methods);
  auto is_hidden = [&](Value field) { return has_method_without_arguments(cls, field); };
  if (of_program && std::any_of(field_list.begin(), field_list.end(), is_hidden)) c->extra = Value::boolean(false);
  gc::write_barrier(c);
  return cls;
}

Value define_reify_class(Value name_string, Value interfaces, Value method_names) {
  Value all = interface_list(interfaces, {"clojure.lang.IObj"});
  Value cls = make_class(to_utf8(name_string), roots.class_object, all, Class::kDeftype);
  Value methods = roots.empty_array_map;
  // Slot 0 is the class and slot 1 the metadata.
  int64_t slot = 2;
  for_each(method_names, [&](Value name) {
    methods = assoc(methods, method_key(cls, name), Value::inline_long(slot++));
    return true;
  });
  Class* c = cast<Class>(cls);
  c->methods.store(methods);
  gc::write_barrier(c);
  return cls;
}

Value make_reify_instance(Value cls, Value meta, const Value* method_functions, uint32_t count) {
  auto* instance = gc::make_with_slots<Instance>(count + 1);
  instance->type = cls;
  instance->fields()[0] = meta;
  for (uint32_t i = 0; i < count; ++i) instance->fields()[1 + i] = method_functions[i];
  return Value::object(instance);
}

}  // namespace clj

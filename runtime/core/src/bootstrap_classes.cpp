// The classes that are there from the start: the host's, the primitives, and which of them kinds of objects, immediates and errors have.
#include <cstdint>
#include <iterator>
#include <string_view>

#include "bootstrap.h"
#include "class_table.h"
#include "clj/core/collections.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"
#include "value_table.h"

namespace clj {
namespace {

constexpr std::string_view kPrimitives[] = {"boolean", "byte", "char", "short", "int", "long", "float", "double", "void"};

struct HostClassRow {
  const char* name;
  const char* superclass;
  const char* interfaces;
  uint8_t flags;
};
constexpr uint8_t kConcrete = 0, kInterface = Class::kInterface, kAbstract = 2, kImported = 1;
constexpr HostClassRow kHostClasses[] = {
#define CLJ_HOST_CLASS(name, superclass, interfaces, flags) {name, superclass, interfaces, flags},
#include "clj/core/host_classes.def"
#undef CLJ_HOST_CLASS
};

void link_host_class(const HostClassRow& row, Value cls) {
  gc::ValueList parents;
  std::string_view rest = row.interfaces;
  while (!rest.empty()) {
    size_t end = rest.find(' ');
    parents.push_back(find_class(rest.substr(0, end)));
    rest = end == std::string_view::npos ? "" : rest.substr(end + 1);
  }
  Value interfaces = make_vector(parents.data(), parents.size());
  Value superclass = *row.superclass ? find_class(row.superclass) : Value::nil();
  Class* c = cast<Class>(cls);
  c->interfaces = interfaces;
  c->superclass = superclass;
  gc::write_barrier(c);
}

Value class_of_kind(const char* name) {
  Value cls = find_class(name);
  if (cls.is_nil() && *name == '[') cls = Value::object(make_array_class(name));
  return cls;
}

}  // namespace

Value default_imports() {
  Value imports = roots.empty_array_map;
  for (const HostClassRow& row : kHostClasses) {
    if (!(row.flags & kImported)) continue;
    std::string_view name = row.name;
    Value symbol = make_symbol("", name.substr(name.rfind('.') + 1));
    imports = assoc(imports, symbol, find_class(name));
  }
  return imports;
}

void bootstrap_classes() {
  roots.classes_by_name = roots.empty_array_map;
  roots.imported_classes = roots.empty_array_map;
  roots.array_classes = roots.empty_vector;
  for (const HostClassRow& row : kHostClasses) {
    Class* cls = new_class(row.name, row.flags & kInterface);
    register_class(cls->name, Value::object(cls));
  }
#define CLJ_KEYWORD(name, ns, text)
#define CLJ_SYMBOL(name, ns, text)
#define CLJ_CLASS(name, text) roots.class_##name = find_class(text);
#include "clj/core/known_names.def"
#undef CLJ_KEYWORD
#undef CLJ_SYMBOL
#undef CLJ_CLASS
  for (const HostClassRow& row : kHostClasses) link_host_class(row, find_class(row.name));
  for (const HostClassRow& row : kHostClasses) link_ancestors(cast<Class>(find_class(row.name)));
  for (std::string_view name : kPrimitives) {
    Class* cls = new_class(name, 0);
    cls->extra = Value::boolean(true);
    link_ancestors(cls);
    register_class(cls->name, Value::object(cls));
  }
  ValueTable* by_kind = make_value_table(static_cast<size_t>(Kind::kCount));
  roots.kind_classes = Value::object(by_kind);
  for (int kind = 0; kind < static_cast<int>(Kind::kCount); ++kind) {
    const char* name = kind_table[kind].jvm_class;
    if (*name) by_kind->slot_array()[kind] = class_of_kind(name);
    gc::write_barrier(by_kind);
  }
  const char* immediates[] = {"java.lang.Boolean", "java.lang.Double", "java.lang.Character", "java.lang.Integer",
                              "java.lang.Short",   "java.lang.Byte",   "java.lang.Float",     "java.lang.Long"};
  ValueTable* by_immediate = make_value_table(std::size(immediates));
  roots.immediate_classes = Value::object(by_immediate);
  for (size_t i = 0; i < std::size(immediates); ++i) {
    by_immediate->slot_array()[i] = find_class(immediates[i]);
    gc::write_barrier(by_immediate);
  }
  const char* errors[] = {
#define CLJ_ERROR_CLASS(name, jvm_class, parent, constructors) jvm_class,
#include "clj/core/error_classes.def"
#undef CLJ_ERROR_CLASS
  };
  ValueTable* by_error = make_value_table(std::size(errors));
  roots.error_classes = Value::object(by_error);
  for (size_t i = 0; i < std::size(errors); ++i) {
    by_error->slot_array()[i] = find_class(errors[i]);
    gc::write_barrier(by_error);
  }
}

}  // namespace clj

#include "clj/core/string_builder.h"
#include "clj/core/type.h"

#include <atomic>
#include <cstring>
#include <string>

#include "bootstrap.h"
#include "class_table.h"
#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/numbers.h"
#include "clj/core/host.h"
#include "clj/core/roots.h"
#include "clj/core/seqs.h"
#include "clj/core/text.h"
#include "clj/core/var.h"
#include "clj/gc/heap.h"
#include "value_table.h"

namespace clj {
namespace {

// The set of ancestors as an open-addressing table in an internal object, keyed by the hash of
// the class name (which, unlike an address, survives into a boot image). Class::aux holds it.
uint32_t class_hash(const Class* cls) { return cls->cached_hash(); }

bool table_contains(Value table, const Class* cls) {
  Object* slots = table.as_object();
  uint64_t mask = slots->slot_count() - 1;
  const Value* entries = slots->slot_array();
  for (uint64_t i = class_hash(cls) & mask;; i = (i + 1) & mask) {
    if (entries[i].bits() == Value::object(cls).bits()) return true;
    if (entries[i].is_nil()) return false;
  }
}

void table_add(Object* table, Value cls) {
  uint64_t mask = table->slot_count() - 1;
  Value* entries = table->slot_array();
  uint64_t i = class_hash(cast<Class>(cls)) & mask;
  while (!entries[i].is_nil()) {
    if (entries[i] == cls) return;
    i = (i + 1) & mask;
  }
  entries[i] = cls;
}

void collect_ancestors(Value cls, gc::ValueList& out) {
  for (Value seen : out) {
    if (seen == cls) return;
  }
  out.push_back(cls);
  Class* c = cast<Class>(cls);
  if (!c->superclass.is_nil()) collect_ancestors(c->superclass, out);
  for_each(c->interfaces, [&](Value parent) {
    collect_ancestors(parent, out);
    return true;
  });
}

std::atomic_ref<Value> names_root() { return std::atomic_ref<Value>(roots.classes_by_name); }

// Classes of the map that were found by name lately: the runtime asks for the same ones over and over. They do not move.
std::atomic<const Class*> found_classes[256];

// Null for a name that is too short.
std::atomic<const Class*>* found_slot(std::string_view name) {
  uint64_t end;  // names differ there
  if (name.size() < sizeof end) return nullptr;
  std::memcpy(&end, name.data() + name.size() - sizeof end, sizeof end);
  return &found_classes[(end ^ name.size()) * 0x9E3779B97F4A7C15u >> 56];
}

// False for names that are not ASCII.
bool is_named(const Class* cls, std::string_view name) {
  const String* text = as_string(cls->name);
  return text->length == name.size() && !text->is_utf16() && std::memcmp(text->latin1(), name.data(), name.size()) == 0;
}

// Another thread may be registering another class of the name: that one clears the slot after it has changed the map.
void remember_class(std::atomic<const Class*>& slot, std::string_view name, Value cls) {
  if (!is_named(cast<Class>(cls), name)) return;
  slot.store(cast<Class>(cls));
  if (!(made_class(name) == cls)) slot.store(nullptr);
}

constexpr char kPrimitiveCodes[] = "ZBCSIJFDV";

// "[I", "[[D", "[Ljava.lang.String;": well-formed and about a class that exists.
bool is_array_name(std::string_view name) {
  size_t depth = name.find_first_not_of('[');
  if (depth == 0 || depth == std::string_view::npos) return false;
  std::string_view element = name.substr(depth);
  if (element.size() == 1) return std::string_view(kPrimitiveCodes, 8).find(element[0]) != std::string_view::npos;
  return element.size() > 2 && element[0] == 'L' && element.back() == ';' &&
         !find_class(element.substr(1, element.size() - 2)).is_nil();
}

}  // namespace

void link_ancestors(Class* cls) {
  gc::ValueList all;
  collect_ancestors(Value::object(cls), all);
  if (cls->has_flag(Class::kInterface)) collect_ancestors(object_class(), all);
  size_t size = 4;
  while (size < all.size() * 2) size *= 2;
  ValueTable* table = make_value_table(size);
  for (Value c : all) table_add(table, c);
  cls->ancestors = Value::object(table);
  gc::write_barrier(cls);
}

void register_class(Value name, Value cls) {
  Value old = names_root().load();
  while (!names_root().compare_exchange_strong(old, assoc(old, name, cls))) {
  }
  auto* slot = found_slot(to_utf8(name));
  if (slot) slot->store(nullptr);
}

Class* new_class(std::string_view name, uint8_t flags) {
  Value name_string = make_string(name);
  uint32_t hash = java_hash(as_string(name_string));
  Class* cls = gc::make<Class>();
  cls->name = name_string;
  cls->interfaces = roots.empty_vector;
  cls->methods.store(roots.empty_array_map);
  cls->cache_hash(hash);
  if (flags) cls->set_flag(flags);
  return cls;
}

Class* make_array_class(std::string_view name) {
  Class* cls = new_class(name, Class::kArray);
  Value cloneable = find_class("java.lang.Cloneable"), serializable = find_class("java.io.Serializable");
  Value object = object_class();
  Value interfaces = make_vector({cloneable, serializable});
  cls->superclass = object;
  cls->interfaces = interfaces;
  gc::write_barrier(cls);
  link_ancestors(cls);
  // An array of references is an instance of Object[] too.
  if (name.size() > 2 && name != "[Ljava.lang.Object;") {
    Value array = find_class("[Ljava.lang.Object;");
    Object* old = cls->ancestors.as_object();
    ValueTable* table = make_value_table(old->slot_count() * 2);
    for (uint64_t i = 0; i < old->slot_count(); ++i) {
      if (!old->slot_array()[i].is_nil()) table_add(table, old->slot_array()[i]);
    }
    table_add(table, array);
    cls->ancestors = Value::object(table);
    gc::write_barrier(cls);
  }
  return cls;
}

Value object_class() { return roots.class_object; }

namespace {

// The proxy class of a class that belongs to one proxy's instance.
Value declared_class(Value type) {
  Value extra = cast<Class>(type)->extra;
  return extra.is_object() ? extra : type;
}

}  // namespace

Value base_class_of(Value v) {
  if (v.is_object()) {
    Object* object = v.as_object();
    switch (object->kind) {
      case Kind::kInstance:
      case Kind::kThrowable:
      case Kind::kWriter:
      case Kind::kReader:
      case Kind::kHostObject: return declared_class(object->slot_array()[0]);
      case Kind::kStringBuilder:
        if (object->aux.load(std::memory_order_relaxed) == kIsStringBuffer) return roots.class_string_buffer;
        return roots.kind_classes.as_object()->slot_array()[static_cast<int>(object->kind)];
      case Kind::kLongRange:
        if (object->has_flag(LongRange::kGeneral)) return roots.class_general_range;
        [[fallthrough]];
      default: return roots.kind_classes.as_object()->slot_array()[static_cast<int>(object->kind)];
    }
  }
  if (v.is_nil()) return Value::nil();
  const Value* immediates = roots.immediate_classes.as_object()->slot_array();
  if (v.is_inline_long()) return immediates[7];
  if (v.is_boolean()) return immediates[0];
  if (v.is_double()) return immediates[1];
  return immediates[2 + static_cast<int>(v.immediate_kind())];
}

namespace {

// A seq of a primitive array has a class of its own on the JVM.
Value array_seq_class(const ArraySeq* seq) {
  static constexpr const char* kElements[] = {"boolean", "char", "byte", "short", "int", "long", "float", "double"};
  int index = static_cast<int>(seq->array.as_object()->kind) - static_cast<int>(Kind::kBooleanArray);
  if (index < 0) return base_class_of(Value::object(seq));
  return find_class(std::string("clojure.lang.ArraySeq$ArraySeq_") + kElements[index]);
}

}  // namespace

Value class_of(Value v) {
  if (v.is_object()) {
    Kind kind = v.as_object()->kind;
    if (info(kind).flags & kFunction) return function_class(v);
    if (kind == Kind::kObjectArray) return array_class_of(v);
    if (kind == Kind::kArraySeq) return array_seq_class(cast<ArraySeq>(v));
  }
  return base_class_of(v);
}

// An array of references remembers its class as an index into roots.array_classes, in `aux`.
void set_array_class(Value array, Value array_class) {
  std::atomic_ref<Value> table(roots.array_classes);
  Value old = table.load(std::memory_order_acquire);
  for (;;) {
    int64_t index = 0, n = count(old);
    while (index < n && !(nth(old, index) == array_class)) ++index;
    if (index == n && !table.compare_exchange_strong(old, conj(old, array_class))) continue;
    array.as_object()->aux.store(static_cast<uint32_t>(index + 1), std::memory_order_relaxed);
    return;
  }
}

Value array_class_of(Value array) {
  uint32_t index = array.as_object()->aux.load(std::memory_order_relaxed);
  return index == 0 ? base_class_of(array) : nth(roots.array_classes, index - 1);
}

Value make_plain_object() { return Value::object(gc::allocate_object(Kind::kPlainObject, 0, sizeof(Object))); }

Value made_class(std::string_view name) {
  return get(names_root().load(), make_string(name));
}

void forget_found_classes() {
  for (auto& cls : found_classes) cls.store(nullptr);
}

bool is_only_a_name(Value cls) { return is_kind(cls, Kind::kClass) && is_string(cast<Class>(cls)->extra); }

Value imported_class(std::string_view name) {
  std::atomic_ref<Value> imported(roots.imported_classes);
  Value key = make_string(name), old = imported.load(), made;
  for (;;) {
    Value known = get(old, key);
    if (!known.is_nil()) return known;
    if (made.is_nil()) {
      Class* cls = new_class(name, 0);
      cls->superclass = object_class();
      cls->extra = cls->name;
      link_ancestors(cls);
      made = Value::object(cls);
    }
    if (imported.compare_exchange_strong(old, assoc(old, key, made))) return made;
  }
}

Value find_class(std::string_view name) {
  auto* slot = found_slot(name);
  const Class* known = slot ? slot->load(std::memory_order_acquire) : nullptr;
  if (known && is_named(known, name)) return Value::object(known);
  Value found = made_class(name);
  if (slot && !found.is_nil()) remember_class(*slot, name, found);
  if (!found.is_nil() || name.empty()) return found;
  if (name[0] != '[') return class_made_by_name(name);
  if (!is_array_name(name)) return Value::nil();
  Class* cls = make_array_class(name);
  register_class(cls->name, Value::object(cls));
  return Value::object(cls);
}

Value make_class(std::string_view name, Value superclass, Value interfaces, uint8_t flags) {
  Class* cls = new_class(name, flags);
  cls->superclass = superclass;
  cls->interfaces = interfaces.is_nil() ? roots.empty_vector : interfaces;
  link_ancestors(cls);
  register_class(cls->name, Value::object(cls));
  return Value::object(cls);
}

Value make_function_class(std::string_view key, std::string_view name, Value superclass, Value extra) {
  Class* cls = new_class(name, 0);
  cls->superclass = superclass;
  cls->interfaces = roots.empty_vector;
  cls->extra = extra;
  link_ancestors(cls);
  register_class(make_string(key), Value::object(cls));
  return Value::object(cls);
}

bool is_assignable(Value from_class, Value to_class) {
  if (from_class == to_class) return true;
  if (from_class.is_nil()) return false;
  return table_contains(cast<Class>(from_class)->ancestors, cast<Class>(to_class));
}

bool is_instance(Value cls, Value v) {
  if (!is_kind(cls, Kind::kClass)) throw_class_cast(cls, "java.lang.Class");
  if (v.is_nil()) return false;
  if (is_assignable(base_class_of(v), cls)) return true;
  // Classes of single functions and of typed arrays are made only when somebody asks for one.
  if (!v.is_object()) return false;
  Kind kind = v.as_object()->kind;
  if (kind == Kind::kObjectArray) return cast<Class>(cls)->has_flag(Class::kArray) && is_assignable(class_of(v), cls);
  return (info(kind).flags & kFunction) && is_assignable(cls, base_class_of(v)) && is_assignable(class_of(v), cls);
}

Value class_ancestors(Value cls) {
  gc::ValueList items;
  Object* table = cast<Class>(cls)->ancestors.as_object();
  for (uint64_t i = 0; i < table->slot_count(); ++i) {
    Value c = table->slot_array()[i];
    if (!c.is_nil() && !(c == cls)) items.push_back(c);
  }
  return make_set(items.data(), items.size());
}

bool is_primitive_class(const Class* cls) { return cls->extra == Value::boolean(true); }

}  // namespace clj

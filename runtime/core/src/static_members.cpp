// Constructors, static methods and static fields.
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/field_types.h"
#include "clj/core/host.h"
#include "clj/core/munge.h"
#include "clj/core/roots.h"
#include "clj/core/seqs.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/vector.h"
#include "clj/gc/heap.h"
#include "host_errors.h"
#include "host_members.h"
#include "invoke_member.h"
#include "throwable.h"

namespace clj {
namespace {

Value kind_class(Kind kind) { return roots.kind_classes.as_object()->slot_array()[static_cast<int>(kind)]; }

std::string name_text(Value cls) { return to_utf8(cast<Class>(cls)->name); }

// A static member in Clojure: a function under a Symbol, a field under a Keyword.
Value clojure_static(Value cls, Value key) {
  Value statics = cast<Class>(cls)->statics.load();
  return statics.is_nil() ? Value::absent() : get(statics, key, Value::absent());
}

// Of the class itself, else of its superclass.
Value inherited_static_method(Value cls, Value member) {
  Value found = Value::absent();
  for (; found.is_absent() && !cls.is_nil(); cls = cast<Class>(cls)->superclass) found = clojure_static(cls, member);
  return found;
}

// Of the class itself, else of its interfaces, else of its superclass.
Value inherited_static_field(Value cls, Value key) {
  Value found = clojure_static(cls, key);
  if (!found.is_absent()) return found;
  for_each(cast<Class>(cls)->interfaces, [&](Value interface) {
    found = inherited_static_field(interface, key);
    return found.is_absent();
  });
  Value superclass = cast<Class>(cls)->superclass;
  return found.is_absent() && !superclass.is_nil() ? inherited_static_field(superclass, key) : found;
}

Value clojure_static_field(Value cls, Value member) {
  return inherited_static_field(cls, make_keyword(make_symbol(Value::nil(), cast<Symbol>(member)->name)));
}

Value construct_instance(Value cls, const Value* args, uint32_t count) {
  const Class* c = cast<Class>(cls);
  bool record = c->has_flag(Class::kRecord);
  const Vector* declared = try_cast<Vector>(c->fields);
  uint32_t fields = declared ? declared->count : static_cast<uint32_t>(clj::count(c->fields));
  if (count != fields && !(record && count == fields + 2)) {
    throw_error(Error::kIllegalArgument, "No matching ctor found for class " + name_text(cls));
  }
  auto* instance = gc::make_with_slots<Instance>(fields + (record ? 2 : 0));
  instance->type = cls;
  for (uint32_t i = 0; i < count; ++i) instance->fields()[i] = args[i];
  if (has_primitive_fields(c)) {
    for (uint32_t i = 0; i < fields; ++i) instance->fields()[i] = converted_field(c, i, args[i]);
    gc::write_barrier(instance);  // a conversion may collect, and make the instance an old one
  }
  return Value::object(instance);
}

// Members that the JVM generates for every deftype and record; absent() for other names.
Value call_generated_static(Value cls, std::string_view name, const Value* args, uint32_t count) {
  Class* c = cast<Class>(cls);
  if (c->fields.is_nil()) return Value::absent();
  if (name == "<init>") return construct_instance(cls, args, count);
  if (name == "getBasis" && count == 0) return c->fields;
  if (name == "create" && count == 1 && c->has_flag(Class::kRecord)) {
    gc::ValueList fields;
    Value rest = args[0];
    for_each(c->fields, [&](Value field) {
      Value key = make_keyword(make_symbol(Value::nil(), cast<Symbol>(field)->name));
      Value value = get(args[0], key);
      fields.push_back(has_primitive_fields(c) ? checked_field(c, static_cast<uint32_t>(fields.size()), value) : value);
      rest = dissoc(rest, key);
      return true;
    });
    fields.push_back(Value::nil());
    fields.push_back(clj::count(rest) == 0 ? Value::nil() : rest);
    return construct_instance(cls, fields.data(), static_cast<uint32_t>(fields.size()));
  }
  return Value::absent();
}

}  // namespace

Value require_class(Value cls) {
  if (is_kind(cls, Kind::kClass)) return cls;
  if (!is_kind(cls, Kind::kString)) throw_class_cast(cls, "java.lang.Class");
  std::string name = to_utf8(cls);
  Value found = find_class(name);
  if (found.is_nil()) throw_class_not_found(name);
  return found;
}

int instance_slots(Value cls, uint32_t count) {
  const Class* c = cast<Class>(cls);
  if (c->fields.is_nil() || !c->statics.load().is_nil()) return -1;
  auto fields = static_cast<uint32_t>(clj::count(c->fields));
  uint32_t slots = fields + (c->has_flag(Class::kRecord) ? 2 : 0);
  return count == fields || count == slots ? static_cast<int>(slots) : -1;
}

NativeCode find_constructor_code(Value cls, uint32_t count) {
  if (count == 1 && cls == kind_class(Kind::kLazySeq)) return [](Value* args, uint32_t) { return make_lazy_seq(args[0]); };
  const Class* c = cast<Class>(cls);
  if (!c->statics.load().is_nil() || !c->fields.is_nil()) return nullptr;
  const HostMember* row = find_host_member(cls, MemberKind::kConstructor, "new", count);
  return row ? row->code : nullptr;
}

Value construct(Value cls, Value* args, uint32_t count) {
  if (is_kind(cls, Kind::kClass) && !cast<Class>(cls)->fields.is_nil() && cast<Class>(cls)->statics.load().is_nil()) return construct_instance(cls, args, count);
  // What lazy-seq expands to: the constructor that programs call most.
  if (cls == kind_class(Kind::kLazySeq) && count == 1) {
    return make_lazy_seq(args[0]);
  }
  cls = require_class(cls);
  const Class* c = cast<Class>(cls);
  const HostMember* row = c->fields.is_nil() ? find_host_member(cls, MemberKind::kConstructor, "new", count) : nullptr;
  if (row) return row->code(args, count);
  if (!c->statics.load().is_nil()) {
    Value constructor = clojure_static(cls, make_symbol("", "new"));
    if (!constructor.is_absent())
      return invoke_member(constructor, args, count, [&] {
        throw_error(Error::kIllegalArgument, "No matching ctor found for class " + name_text(cls));
      });
  }
  if (!c->fields.is_nil()) return construct_instance(cls, args, count);
  if (is_throwable_class(cls)) return construct_throwable(cls, args, count);
  throw_error(Error::kIllegalArgument, "No matching ctor found for class " + name_text(cls));
}

NativeCode find_static_code(Value cls, Value member, uint32_t count) {
  if (!is_kind(cls, Kind::kClass)) return nullptr;
  MemberName name(member);
  const HostMember* row = find_host_member(cls, MemberKind::kStatic, name, name.hash(), count);
  return row ? row->code : nullptr;
}

NativeCode find_static_field_code(Value cls, Value member) {
  if (!is_kind(cls, Kind::kClass)) return nullptr;
  const HostMember* row = find_host_member(cls, MemberKind::kStaticField, MemberName(member), 0);
  return row ? row->code : nullptr;
}

Value find_static_value(Value cls, Value member) {
  if (!is_kind(cls, Kind::kClass) || find_static_field_code(cls, member)) return Value::absent();
  return clojure_static_field(cls, member);
}

Value find_static_method(Value cls, Value member, uint32_t count) {
  if (!is_kind(cls, Kind::kClass) || find_static_code(cls, member, count)) return Value::absent();
  if ((count == 0 && find_static_field_code(cls, member)) || std::string_view(MemberName(member)) == "new") return Value::absent();
  return inherited_static_method(cls, member);
}

Value call_static(Value cls, Value member, Value* args, uint32_t count) {
  cls = require_class(cls);
  MemberName name(member);
  if (const HostMember* row = find_host_member(cls, MemberKind::kStatic, name, name.hash(), count)) return row->code(args, count);
  std::string_view text = name;
  if (count == 0) {
    if (const HostMember* row = find_host_member(cls, MemberKind::kStaticField, name, 0)) return row->code(args, 0);
  }
  if (text == "new") return construct(cls, args, count);
  Value method = inherited_static_method(cls, member);
  if (!method.is_absent()) return invoke_member(method, args, count, [&] { throw_no_method(cls, text, count); });
  if (count == 0) {
    Value field = clojure_static_field(cls, member);
    if (!field.is_absent()) return field;
  }
  if (text.size() > 1 && text[0] == '.' && count > 0) {
    return call_host_method(make_symbol("", text.substr(1)), args, count);
  }
  Value generated = call_generated_static(cls, text, args, count);
  if (!generated.is_absent()) return generated;
  if (count == 0 && !find_host_member_named(cls, MemberKind::kStatic, name)) {
    throw_error(Error::kNoSuchField, munge(text));
  }
  throw_no_method(cls, text, count);
}

namespace {

// The value of a class whose name the analyzer did not know: it may be there now, or was imported though it is not.
Value class_of_name(Value name) {
  Value found = find_class(to_utf8(name));
  if (found.is_nil()) found = get(std::atomic_ref<Value>(roots.imported_classes).load(), name);
  return found.is_nil() ? require_class(name) : found;
}

Value class_or_name(Value name) {
  Value found = find_class(to_utf8(name));
  return found.is_nil() ? imported_class(to_utf8(name)) : found;
}

}  // namespace

std::atomic<uint64_t> statics_version;

Value static_member(Value cls, Value member) {
  MemberName name(member);
  // The analyzer's ways to say "the class of this name", by words that name no field: it was unknown then.
  if (is_string(cls) && std::string_view(name) == "class") return class_of_name(cls);
  if (is_string(cls) && std::string_view(name) == "interface") return class_or_name(cls);
  cls = require_class(cls);
  if (NativeCode code = find_static_field_code(cls, member)) return code(nullptr, 0);
  Value own = clojure_static_field(cls, member);
  std::string_view text = name;
  // A constructor may be a row as well as a member in Clojure, by the number of arguments.
  if (own.is_absent() && text != "new") own = inherited_static_method(cls, member);
  if (!own.is_absent()) return own;
  bool instance_method = text.size() > 1 && text[0] == '.';
  bool static_method = text == "new" || find_host_member_named(cls, MemberKind::kStatic, text);
  if (!instance_method && !static_method) {
    if (!find_host_member_named(cls, MemberKind::kMethod, text)) {
      throw_error(Error::kRuntimeException,
                  "Unable to find static field: " + name.text() + " in class " + name_text(cls));
    }
    instance_method = true;
  }
  Value method = instance_method && text[0] == '.' ? make_symbol("", text.substr(1)) : member;
  HostFn* fn = gc::make<HostFn>();
  fn->type = instance_method ? Value::nil() : cls;
  fn->member = method;
  return Value::object(fn);
}

}  // namespace clj

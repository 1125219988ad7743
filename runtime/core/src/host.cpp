#include "clj/core/host.h"

#include <algorithm>
#include <vector>

#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/field_types.h"
#include "clj/core/munge.h"
#include "clj/core/roots.h"
#include "clj/core/seqs.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "clj/core/vector.h"
#include "clj/gc/heap.h"
#include "host_members.h"
#include "throwable.h"

namespace clj {
namespace {

Value kind_class(Kind kind) { return roots.kind_classes.as_object()->slot_array()[static_cast<int>(kind)]; }

std::string name_text(Value cls) { return to_utf8(cast<Class>(cls)->name); }

// The name of a member symbol as a view where it is Latin-1 (it nearly always is).
class MemberName {
 public:
  explicit MemberName(Value symbol) {
    const String* name = as_string(cast<Symbol>(symbol)->name);
    hash_ = java_hash(name);
    if (name->is_utf16()) {
      text_ = to_utf8(name);
      view_ = text_;
    } else {
      view_ = {reinterpret_cast<const char*>(name->latin1()), name->length};
    }
  }
  operator std::string_view() const { return view_; }
  uint32_t hash() const { return hash_; }
  std::string text() const { return std::string(view_); }

 private:
  std::string text_;
  std::string_view view_;
  uint32_t hash_;
};

[[noreturn]] void throw_no_method(Value cls, std::string_view name, uint32_t count) {
  throw_error(Error::kIllegalArgument, "No matching method " + std::string(name) + " found taking " +
                                           std::to_string(count) + " args for class " + name_text(cls));
}

[[noreturn]] void throw_no_field(Value cls, std::string_view name) {
  throw_error(Error::kIllegalArgument,
              "No matching field found: " + std::string(name) + " for class " + name_text(cls));
}

[[noreturn]] void throw_nil_target() {
  throw_error(Error::kNullPointer, "Cannot invoke \"Object.getClass()\" because \"target\" is null");
}

// The slot of a deftype's or record's field, or -1.
int field_index(const Class* cls, Value member) {
  Vector* fields = try_cast<Vector>(cls->fields);
  if (!fields) return -1;
  Value wanted = cast<Symbol>(member)->name;
  for (uint32_t i = 0; i < fields->count; ++i) {
    Value name = cast<Symbol>(nth(cls->fields, i))->name;
    if (name == wanted || equal(as_string(name), as_string(wanted))) return static_cast<int>(i);
  }
  // The host knows the field `a-b?` as `a_b_QMARK_`, and two fields that every record has behind its own.
  std::string munged = munge(to_utf8(as_string(wanted)));
  if (munged.find('_') == std::string::npos) return -1;
  if (cls->has_flag(Class::kRecord)) {
    if (munged == "__meta") return static_cast<int>(fields->count);
    if (munged == "__extmap") return static_cast<int>(fields->count + 1);
  }
  for (uint32_t i = 0; i < fields->count; ++i) {
    if (munge(symbol_text(nth(cls->fields, i))) == munged) return static_cast<int>(i);
  }
  return -1;
}

// A static member in Clojure: a function under a Symbol, a field under a Keyword.
Value clojure_static(Value cls, Value key) {
  Value statics = cast<Class>(cls)->statics.load();
  return statics.is_nil() ? Value::absent() : get(statics, key, Value::absent());
}

Value clojure_static_field(Value cls, Value member) {
  if (cast<Class>(cls)->statics.load().is_nil()) return Value::absent();
  return clojure_static(cls, make_keyword(make_symbol(Value::nil(), cast<Symbol>(member)->name)));
}

// Yields absent() when there is no such field.
Value read_field(Value target, Value cls, Value member, std::string_view name) {
  if (Instance* instance = try_cast<Instance>(target)) {
    int index = field_index(cast<Class>(cls), member);
    if (index >= 0) return instance->fields()[index];
  }
  if (const HostMember* row = find_host_member(cls, MemberKind::kField, name, 0)) return row->code(&target, 1);
  if (is_kind(target, Kind::kInstance)) return Value::absent();
  // A field that a host class has in Clojure is a method with a dash before its name.
  Value field = find_class_method(cls, make_symbol("", "-" + std::string(name)));
  return field.is_absent() ? field : invoke(field, &target, 1);
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

// Rows of interfaces, and Object's own, do what core's generic functions do: those must not
// call them in turn.
bool is_generic(const HostMember& row) {
  Value declaring = find_class(row.class_name);
  return cast<Class>(declaring)->has_flag(Class::kInterface) || std::string_view(row.class_name) == "java.lang.Object";
}

// A deftype must bring the methods of its interfaces; records and metadata work natively.
void check_implemented(Value cls, const HostMember& row, uint32_t count) {
  std::string_view declaring = row.class_name;
  if (cast<Class>(cls)->has_flag(Class::kRecord)) return;
  for (std::string_view native : {"java.lang.Object", "clojure.lang.IObj", "clojure.lang.IMeta"}) {
    if (declaring == native) return;
  }
  if (is_assignable(cls, find_class("clojure.lang.IProxy"))) throw_error(Error::kUnsupportedOperation, row.name);
  throw_abstract_method(cls, row.name, count, declaring);
}

size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      size_t substitute = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitute});
    }
  }
  return row[b.size()];
}

std::string nearest_class(std::string_view name) {
  std::string best;
  size_t best_distance = name.size();
  for_each_kv(roots.classes_by_name, [&](Value key, Value) {
    std::string candidate = to_utf8(key);
    size_t distance = edit_distance(name, candidate);
    if (distance < best_distance) {
      best_distance = distance;
      best = candidate;
    }
    return true;
  });
  return best;
}

// Throws ClassCastException where JVM Clojure casts the target to the hint of the call site, which comes with the member
// (Analyzer::with_hint): if the class of the hint has the member. For calls that have failed anyway.
void check_hint(Value target, Value member, uint32_t count) {
  Value hint = meta(member);
  if (hint.is_nil()) return;
  Value tag = get(hint, roots.kw_tag);
  if (!is_symbol(tag)) return;
  std::string class_name = symbol_text(tag);
  Value cls = find_class(class_name);
  if (cls.is_nil() || is_instance(cls, target)) return;
  MemberName name(member);
  // Only classes of the tables list their methods.
  bool listed = cast<Class>(cls)->fields.is_nil() && (class_name.starts_with("java.") || class_name.starts_with("clojure.lang."));
  if (listed && !find_host_member(cls, MemberKind::kMethod, name, name.hash(), count) &&
      find_class_method(cls, member).is_absent()) {
    return;
  }
  throw_class_cast(target, class_name);
}

// Calls a member in Clojure. One that has no arity for the arguments is no such member, and no_such_member throws so.
template <class NoSuchMember>
Value invoke_member(Value f, Value* args, uint32_t count, NoSuchMember&& no_such_member) {
  Value error;
  try {
    return invoke(f, args, count);
  } catch (const ClojureThrow& thrown) {
    error = thrown.value;
    if (!is_instance(find_class("clojure.lang.ArityException"), error)) throw;
    std::string wanted = "Wrong number of args (" + std::to_string(count) + ") passed to: " + function_name(f);
    Value message = is_kind(error, Kind::kThrowable) ? cast<Throwable>(error)->message : Value::nil();
    if (!is_string(message) || to_utf8(message) != wanted) throw;
  }
  no_such_member();
  return Value::nil();
}

void check_declared(Value cls, std::string_view method, uint32_t count);

// A method of the type that the host knows by this name: `a-b?` as `a_b_QMARK_`.
Value find_munged_method(Value target, std::string_view name) {
  std::string munged = munge(name);
  Value found = Value::absent();
  if (munged.find('_') == std::string::npos) return found;
  for_each_kv(cast<Class>(cast<Instance>(target)->type)->methods.load(), [&](Value key, Value method) {
    if (munge(symbol_text(is_keyword(key) ? cast<Keyword>(key)->symbol : key)) == munged) found = method;
    return found.is_absent();
  });
  return found.is_inline_long() ? target.as_object()->slot_array()[found.as_inline_long()] : found;
}

// A method that the object itself does not bring: from the classes in Clojure, or from a row.
// Rows of concrete classes expect their native layout, which an Instance has not.
Value call_class_method(Value target, Value cls, Value member, Value* args, uint32_t count) {
  MemberName name(member);
  const HostMember* row = find_host_member(cls, MemberKind::kMethod, name, name.hash(), count - 1);
  bool instance = is_kind(target, Kind::kInstance);
  if (!row || instance) {
    Value method = find_class_method(cls, member);
    if (!method.is_absent())
      return invoke_member(method, args, count, [&] { throw_no_method(class_of(target), name, count - 1); });
  }
  if (!row && instance) {
    Value method = find_munged_method(target, name);
    if (!method.is_absent()) return invoke(method, args, count);
  }
  if (row && instance) check_implemented(cls, *row, count - 1);
  if (row) return row->code(args, count);
  cls = class_of(target);
  if (instance) check_declared(cls, name, count - 1);
  if (count > 1) {
    check_hint(target, member, count - 1);
    throw_no_method(cls, name, count - 1);
  }
  Value field = read_field(target, cls, member, name);
  if (field.is_absent()) {
    check_hint(target, member, 0);
    throw_no_field(cls, name);
  }
  return field;
}


}  // namespace

void throw_abstract_method(Value cls, std::string_view method, uint32_t count, std::string_view interface) {
  std::string text = "Receiver class " + name_text(cls) +
                     " does not define or inherit an implementation of the resolved method 'abstract "
                     "java.lang.Object " + std::string(method) + "(";
  for (uint32_t i = 0; i < count; ++i) text += i ? ", java.lang.Object" : "java.lang.Object";
  throw_error(Error::kAbstractMethod, text + ")' of interface " + std::string(interface) + ".");
}

namespace {

// The protocol's interface that declares the method, else the first interface.
std::string declaring_interface(Class* cls, Value method) {
  std::string found, first_name;
  for_each(cls->interfaces, [&](Value interface) {
    std::string name = name_text(interface);
    if (first_name.empty()) first_name = name;
    size_t dot = name.rfind('.');
    if (dot == name.npos) return true;
    std::string package = name.substr(0, dot);
    std::replace(package.begin(), package.end(), '_', '-');
    Value ns = find_namespace(make_symbol("", package));
    Value var = ns.is_nil() ? ns : find_interned_var(ns, make_symbol("", name.substr(dot + 1)));
    if (var.is_nil()) return true;
    Value sigs = get(deref(cast<Var>(var)), make_keyword("", "sigs"));
    if (!get(sigs, make_keyword(method)).is_nil()) found = name;
    return found.empty();
  });
  return found.empty() ? first_name : found;
}

}  // namespace

namespace {

enum class Declared { kNowhere, kOtherwise, kSo };

// Whether an interface of the class, made by definterface, declares the method: `interface` is its name.
Declared find_declaration(Class* cls, std::string_view name, uint32_t count, std::string& interface) {
  std::string method = munge(name);
  Declared answer = Declared::kNowhere;
  for_each(cls->interfaces, [&](Value parent) {
    auto* c = cast<Class>(parent);
    if (!c->basis_meta.is_nil() && c->has_flag(Class::kInterface)) {
      for_each(c->basis_meta, [&](Value row) {
        if (to_utf8(nth(row, 0)) != method) return true;
        answer = clj::count(nth(row, 1)) == count ? Declared::kSo : Declared::kOtherwise;
        interface = name_text(parent);
        return answer != Declared::kSo;
      });
    }
    if (answer != Declared::kSo) {
      Declared inherited = find_declaration(c, method, count, interface);
      if (inherited != Declared::kNowhere) answer = inherited;
    }
    return answer != Declared::kSo;
  });
  return answer;
}

// AbstractMethodError for a method that the class's interfaces declare and it lacks.
void check_declared(Value cls, std::string_view method, uint32_t count) {
  std::string interface;
  if (find_declaration(cast<Class>(cls), method, count, interface) == Declared::kSo)
    throw_abstract_method(cls, method, count, interface);
}

}  // namespace

void throw_wrong_arity(Value f, std::string_view name, const Value* args, uint32_t count) {
  if (count > 0 && is_kind(args[0], Kind::kInstance)) {
    auto* target = cast<Instance>(args[0]);
    Class* cls = cast<Class>(class_of(args[0]));
    Value method;
    for_each_kv(cls->methods.load(), [&](Value key, Value value) {
      if (value.is_inline_long()) value = target->slot_array()[value.as_inline_long()];
      if (value == f) method = is_keyword(key) ? cast<Keyword>(key)->symbol : key;
      return method.is_nil();
    });
    // A class of the host in Clojure has its methods from its interfaces.
    bool of_host = name_text(class_of(args[0])).starts_with("java");
    std::string interface;
    if (!method.is_nil() &&
        (of_host || find_declaration(cls, to_utf8(cast<Symbol>(method)->name), count - 1, interface) == Declared::kOtherwise))
      throw_no_method(class_of(args[0]), to_utf8(cast<Symbol>(method)->name), count - 1);
    if (!method.is_nil()) {
      throw_abstract_method(class_of(args[0]), to_utf8(cast<Symbol>(method)->name), count - 1, declaring_interface(cls, method));
    }
  }
  throw_arity(count, name);
}

void throw_class_not_found(std::string_view name) {
  std::string text(name);
  // The JVM has these; programs cannot depend on this message there.
  bool platform = name.substr(0, 5) == "java." || name.substr(0, 6) == "javax.";
  if (platform) {
    std::string nearest = nearest_class(name);
    text += ", a class of the Java platform that is not provided here";
    if (!nearest.empty()) text += "; the nearest one is " + nearest;
  }
  throw_error(Error::kClassNotFound, text);
}

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

Value call_host_method(Value member, Value* args, uint32_t count) {
  Value target = args[0];
  if (target.is_nil()) throw_nil_target();
  Value method = find_any_method(target, member);
  if (!method.is_absent()) return invoke(method, args, count);
  Value cls = base_class_of(target);
  if (Instance* instance = try_cast<Instance>(target)) {
    // A field comes before the members of Object and of the interfaces: the JVM has it the other
    // way, but a lookup that fails there costs too much to come first.
    int index = count == 1 ? field_index(cast<Class>(cls), member) : -1;
    if (index >= 0) return instance->fields()[index];
  }
  return call_class_method(target, cls, member, args, count);
}

Value call_super_method(Value member, Value* args, uint32_t count) {
  if (!is_proxy(args[0])) throw_class_cast(args[0], "clojure.lang.IProxy");
  return call_class_method(args[0], cast<Class>(base_class_of(args[0]))->superclass, member, args, count);
}

NativeCode find_static_code(Value cls, Value member, uint32_t count) {
  if (!is_kind(cls, Kind::kClass)) return nullptr;
  MemberName name(member);
  const HostMember* row = find_host_member(cls, MemberKind::kStatic, name, name.hash(), count);
  return row ? row->code : nullptr;
}

NativeCode find_method_code(Value target, Value member, uint32_t count) {
  if (target.is_nil() || is_kind(target, Kind::kInstance)) return nullptr;
  Value own = own_class(target);
  if (!own.is_nil() && !(own == base_class_of(target))) return nullptr;  // a proxy's methods come first, and may change
  MemberName name(member);
  const HostMember* row = find_host_member(base_class_of(target), MemberKind::kMethod, name, name.hash(), count);
  return row ? row->code : nullptr;
}

Value find_instance_method(Value target, Value member) {
  if (!is_kind(target, Kind::kInstance)) return Value::absent();
  Value type = cast<Instance>(target)->type, found = get(cast<Class>(type)->methods.load(), member, Value::absent());
  return found.is_absent() ? find_own_method(type, member) : found;
}

int field_index(const Instance* instance, Value member) { return field_index(cast<Class>(instance->type), member); }

bool has_host_method(Value target, Value member, uint32_t count) {
  if (target.is_nil()) return false;
  const HostMember* row = find_host_member(base_class_of(target), MemberKind::kMethod, MemberName(member), count);
  return row && !is_generic(*row);
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
  Value method = clojure_static(cls, member);
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
    throw_error(Error::kNoSuchField, text);
  }
  throw_no_method(cls, text, count);
}

namespace {

// Of a static field that this thread read lately: its row, or its value in Clojure, which the class keeps alive as long as
// its statics do not change. Only classes of the tables have either, and those stay.
struct FoundField {
  uint64_t cls = 0;
  std::string name;
  const HostMember* row = nullptr;
  uint64_t version = 0;  // statics_version
  Value value;
};
constexpr size_t kFoundFields = 64;
thread_local FoundField found_fields[kFoundFields];

}  // namespace

std::atomic<uint64_t> statics_version;

Value static_member(Value cls, Value member) {
  cls = require_class(cls);
  MemberName name(member);
  FoundField& found = found_fields[(name.hash() ^ cls.bits() / gc::kGranule) % kFoundFields];
  uint64_t version = statics_version.load(std::memory_order_acquire);
  if (found.cls == cls.bits() && found.name == std::string_view(name)) {
    if (found.row != nullptr) return found.row->code(nullptr, 0);
    if (found.version == version) return found.value;
  }
  if (const HostMember* row = find_host_member(cls, MemberKind::kStaticField, name, 0)) {
    found = {cls.bits(), name.text(), row, version, Value::nil()};
    return row->code(nullptr, 0);
  }
  Value own = clojure_static_field(cls, member);
  if (!own.is_absent()) found = {cls.bits(), name.text(), nullptr, version, own};
  std::string_view text = name;
  // A constructor may be a row as well as a member in Clojure, by the number of arguments.
  if (own.is_absent() && text != "new") own = clojure_static(cls, member);
  if (!own.is_absent()) return own;
  // The analyzer's way to say "the class of this name": it was unknown then.
  if (text == "class") return cls;
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

Value host_field(Value target, Value member) {
  if (target.is_nil()) throw_nil_target();
  Value cls = class_of(target);
  MemberName name(member);
  Value field = read_field(target, cls, member, name);
  if (field.is_absent()) {
    check_hint(target, member, 0);
    throw_no_field(cls, name);
  }
  return field;
}

Value set_host_field(Value target, Value member, Value value) {
  if (target.is_nil()) throw_nil_target();
  Value cls = class_of(target);
  int index = is_kind(target, Kind::kInstance) ? field_index(cast<Class>(cls), member) : -1;
  if (index < 0 || index >= count(cast<Class>(cls)->fields)) throw_no_field(cls, MemberName(member));
  require_mutable_field(cast<Class>(cls), static_cast<uint32_t>(index), value);
  Instance* instance = cast<Instance>(target);
  if (has_primitive_fields(cast<Class>(cls))) value = converted_field(cast<Class>(cls), static_cast<uint32_t>(index), value);
  instance->fields()[index] = value;
  gc::write_barrier(instance);
  return value;
}

Value call_method(Value target, Value name_symbol, const Value* args, uint32_t count) {
  gc::ValueList all;
  all.push_back(target);
  for (uint32_t i = 0; i < count; ++i) all.push_back(args[i]);
  return call_host_method(name_symbol, all.data(), count + 1);
}

}  // namespace clj

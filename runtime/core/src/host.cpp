#include "clj/core/host.h"

#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/field_types.h"
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

namespace clj {

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

namespace {

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
      return invoke_member(method, args, count, [&] { throw_no_member(class_of(target), name, count - 1); });
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

Value call_host_method(Value member, Value* args, uint32_t count) {
  Value target = args[0];
  if (target.is_nil()) throw_nil_target(member, count - 1);
  Value method = find_any_method(target, member);
  if (!method.is_absent()) return invoke(method, args, count);
  Value cls = base_class_of(target);
  if (Instance* instance = try_cast<Instance>(target)) {
    int index = count == 1 ? called_field_index(cls, member) : -1;
    if (index >= 0) return instance->fields()[index];
  }
  return call_class_method(target, cls, member, args, count);
}

namespace {

// A proxy lacks its own method of that name while the superclass's one runs, as on the JVM: what the
// superclass calls on the proxy is the superclass's then.
class HiddenMethod {
 public:
  HiddenMethod(Value proxy, Value member) : own_(own_class(proxy)), methods_(cast<Class>(own_)->methods.load()) {
    if (contains(methods_, member)) store(dissoc(methods_, member));
  }
  ~HiddenMethod() {
    if (!(cast<Class>(own_)->methods.load() == methods_)) store(methods_);
  }
  HiddenMethod(const HiddenMethod&) = delete;
  HiddenMethod& operator=(const HiddenMethod&) = delete;

 private:
  void store(Value methods) {
    auto* own = cast<Class>(own_);
    own->methods.store(methods);
    gc::write_barrier(own);
  }

  Value own_, methods_;
};

}  // namespace

Value call_super_method(Value member, Value* args, uint32_t count) {
  if (!is_proxy(args[0])) throw_class_cast(args[0], "clojure.lang.IProxy");
  HiddenMethod hidden(args[0], member);
  return call_class_method(args[0], cast<Class>(base_class_of(args[0]))->superclass, member, args, count);
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

bool has_method_without_arguments(Value cls, Value member) {
  return find_host_member(cls, MemberKind::kMethod, MemberName(member), 0) != nullptr;
}

int called_field_index(Value cls, Value member) {
  int index = field_index(cast<Class>(cls), member);
  return index >= 0 && cast<Class>(cls)->has_hidden_fields() && has_method_without_arguments(cls, member) ? -1 : index;
}

namespace {

// Rows of interfaces, and Object's own, do what core's generic functions do: those must not
// call them in turn.
bool is_generic(const HostMember& row) {
  Value declaring = find_class(row.class_name);
  return cast<Class>(declaring)->has_flag(Class::kInterface) || std::string_view(row.class_name) == "java.lang.Object";
}

}  // namespace

bool has_host_method(Value target, Value member, uint32_t count) {
  if (target.is_nil()) return false;
  const HostMember* row = find_host_member(base_class_of(target), MemberKind::kMethod, MemberName(member), count);
  return row && !is_generic(*row);
}

void require_host_method(Value target, Value member, uint32_t count, std::string_view jvm_class) {
  bool own = is_kind(target, Kind::kInstance) || is_proxy(target);
  if (!target.is_nil() && !own && !has_host_method(target, member, count)) throw_class_cast(target, jvm_class);
}

Value host_field(Value target, Value member) {
  if (target.is_nil()) throw_nil_target(member, 0);
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
  if (target.is_nil()) throw_nil_target(member, 0);
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

// Reflection: which members a class declares, and calls of members that are named at run time.
// java.lang.reflect and clojure.reflect, in Clojure, stand on it.
#include <string_view>

#include "clj/core/host.h"
#include "clj/core/map.h"
#include "clj/core/munge.h"
#include "clj/exec/proto.h"
#include "native.h"
#include "native_arities.h"

namespace clj::builtins {
namespace {

const char* const kind_names[] = {"method", "static", "constructor", "field", "static-field"};

class Members {
 public:
  void add(MemberKind kind, Value name, int64_t min_args, int64_t max_args) {
    Value entry[] = {make_keyword("", kind_names[static_cast<int>(kind)]), name, make_long(min_args), make_long(max_args)};
    all_.push_back(make_vector(entry, std::size(entry)));
  }

  // One entry per arity of a function in Clojure, which takes `own` arguments besides the member's.
  void add_function(MemberKind kind, Value name, Value function, int64_t own) {
    if (!is_kind(function, Kind::kClosure)) return add(kind, name, 0, -1);
    const exec::FnProto* proto = static_cast<exec::Closure*>(function.as_object())->fn();
    const exec::Arity* arities = proto->arities.load(std::memory_order_acquire);
    for (uint16_t i = 0; i < proto->arity_count; ++i) {
      int64_t params = arities[i].params - own;
      add(kind, name, params, arities[i].variadic ? -1 : params);
    }
  }

  Value vector() { return make_vector(all_.data(), all_.size()); }

 private:
  gc::ValueList all_;
};

void add_rows(const Class* cls, Members& members) {
  std::string class_name = to_utf8(cls->name);
  for (uint32_t i = 0; i < host_member_count; ++i) {
    const HostMember& row = host_members[i];
    if (class_name != row.class_name) continue;
    std::string_view name = row.name;
    if (name.ends_with('=') && name != "=") continue;  // how a field is set
    members.add(row.kind, make_string(name), row.min_args, row.max_args);
  }
}

void add_in_clojure(const Class* cls, Members& members) {
  for_each_kv(cls->methods.load(), [&](Value name, Value function) {
    Value symbol = is_keyword(name) ? cast<Keyword>(name)->symbol : name;
    if (is_symbol(symbol)) members.add_function(MemberKind::kMethod, cast<Symbol>(symbol)->name, function, 1);
    return true;
  });
  for_each_kv(cls->statics.load(), [&](Value name, Value member) {
    if (is_keyword(name)) {
      members.add(MemberKind::kStaticField, make_string(symbol_text(cast<Keyword>(name)->symbol)), 0, 0);
    } else if (symbol_text(name) == "new") {
      members.add_function(MemberKind::kConstructor, make_string("new"), member, 0);
    } else {
      members.add_function(MemberKind::kStatic, cast<Symbol>(name)->name, member, 0);
    }
    return true;
  });
}

// What defining a deftype or record makes besides its methods.
void add_of_fields(const Class* cls, Members& members) {
  if (cls->fields.is_nil()) return;
  int64_t fields = count(cls->fields);
  for_each(cls->fields, [&](Value field) {
    members.add(MemberKind::kField, make_string(munge(symbol_text(field))), 0, 0);
    return true;
  });
  if (cls->has_flag(Class::kRecord)) {
    for (const char* of_records : {"__meta", "__extmap", "__hash", "__hasheq"}) members.add(MemberKind::kField, make_string(of_records), 0, 0);
  }
  if (!cls->has_flag(Class::kDeftype)) return;
  members.add(MemberKind::kConstructor, make_string("new"), fields, fields);
  members.add(MemberKind::kStatic, make_string("getBasis"), 0, 0);
  if (!cls->has_flag(Class::kRecord)) return;
  members.add(MemberKind::kConstructor, make_string("new"), fields + 2, fields + 2);
  members.add(MemberKind::kStatic, make_string("create"), 1, 1);
}

// The methods that the JVM's compiler makes of a function.
void add_of_function(const Class* cls, Members& members) {
  FunctionArities arities;
  if (!arities_of_functions(cls, arities)) return;
  auto add = [&](const char* name, int64_t params) {
    members.add(MemberKind::kMethod, make_string(name), params, params);
    if (!arities.captures) members.add(MemberKind::kStatic, make_string("invokeStatic"), params, params);
  };
  for (int n = 0; n < 32; ++n) {
    if (arities.fixed >> n & 1) add("invoke", n);
  }
  if (arities.required < 0) return;
  add("doInvoke", arities.required + 1);
  members.add(MemberKind::kMethod, make_string("getRequiredArity"), 0, 0);
}

}  // namespace

CLJ_FN(host_members_of) {
  auto* cls = object_arg<Class>(args[0], "java.lang.Class");
  Members members;
  add_rows(cls, members);
  add_in_clojure(cls, members);
  add_of_fields(cls, members);
  add_of_function(cls, members);
  if (auto range = throwable_constructor_arguments(args[0])) {
    members.add(MemberKind::kConstructor, make_string("new"), range->least, range->most);
  }
  return members.vector();
}

CLJ_FN(invoke_member) {
  Value target = args[1], name = args[2];
  gc::ValueList values;
  append_elements(args[3], values);
  auto given = static_cast<uint32_t>(values.size());
  std::string kind = is_keyword(args[0]) ? symbol_text(cast<Keyword>(args[0])->symbol) : "";
  if (kind == "constructor") return construct(target, values.data(), given);
  object_arg<Symbol>(name, "clojure.lang.Symbol");
  if (kind == "static") return call_static(target, name, values.data(), given);
  if (kind == "static-field") return static_member(target, name);
  if (kind == "field") return given == 0 ? host_field(target, name) : set_host_field(target, name, values[0]);
  if (kind != "method") throw_error(Error::kIllegalArgument, "no kind of member: " + kind);
  gc::ValueList with_target;
  with_target.push_back(target);
  for (Value value : values) with_target.push_back(value);
  return call_host_method(name, with_target.data(), given + 1);
}

}  // namespace clj::builtins

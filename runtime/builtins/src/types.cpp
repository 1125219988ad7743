// Protocols and types: the natives behind defprotocol and its kin.
#include <utility>

#include "clj/core/host.h"
#include "clj/core/protocol.h"
#include "native.h"

namespace clj::builtins {

CLJ_FN(find_impl) {
  if (!args[1].is_nil()) object_arg<Class>(args[1], "java.lang.Class");
  Value key = find_impl_class(args[0], args[1]);
  return key.is_absent() ? Value::nil() : get(args[0], key);
}
CLJ_FN(protocol_fn) {
  object_arg<Var>(args[0], "clojure.lang.Var");
  object_arg<Symbol>(args[1], "clojure.lang.Symbol");
  object_arg<Class>(args[2], "java.lang.Class");
  return make_protocol_fn(args[0], args[1], args[2]);
}
CLJ_FN(interface) {
  string_arg(args[0]);
  gc::ValueList parents;
  append_elements(args[1], parents);
  for (Value parent : parents) object_arg<Class>(parent, "java.lang.Class");
  return make_interface(args[0], make_vector(parents.data(), parents.size()), count == 3 ? args[2] : Value::nil());
}
CLJ_FN(interface_methods) {
  Class* cls = object_arg<Class>(args[0], "java.lang.Class");
  return cls->has_flag(Class::kInterface) ? cls->basis_meta : Value::nil();
}

CLJ_FN(class_named) {
  std::string name = to_utf8(string_arg(args[0]));
  Value cls = find_class(name);
  if (cls.is_nil()) throw_class_not_found(name);
  return cls;
}

CLJ_FN(extend_host_class) {
  Class* cls = object_arg<Class>(args[0], "java.lang.Class");
  for (auto [members, given] : {std::pair{&cls->methods, args[1]}, std::pair{&cls->statics, args[2]}}) {
    Value all = members->load();
    for_each_kv(given, [&](Value name, Value member) {
      all = assoc(all, name, member);
      return true;
    });
    members->store(all);
  }
  gc::write_barrier(cls);
  statics_version.fetch_add(1, std::memory_order_acq_rel);
  return args[0];
}

namespace {

Class* own_class_arg(Value proxy) {
  if (!is_proxy(proxy)) throw_class_cast(proxy, "clojure.lang.IProxy");
  return cast<Class>(own_class(proxy));
}

}  // namespace

CLJ_FN(proxy_class) {
  std::string name = to_utf8(string_arg(args[0]));
  Value known = find_class(name);
  if (!known.is_nil()) return known;
  Value superclass = roots.class_object;
  gc::ValueList interfaces;
  for_each(args[1], [&](Value cls) {
    if (object_arg<Class>(cls, "java.lang.Class")->has_flag(Class::kInterface)) interfaces.push_back(cls);
    else superclass = cls;
    return true;
  });
  interfaces.push_back(roots.class_proxy);
  return make_class(name, superclass, make_vector(interfaces.data(), interfaces.size()), Class::kDeftype);
}
CLJ_FN(construct_proxy) {
  if (!is_kind(args[0], Kind::kClass) || !is_assignable(args[0], roots.class_proxy)) {
    throw_class_cast(args[0], "clojure.lang.IProxy");
  }
  return make_proxy(args[0], args + 1, count - 1);
}
CLJ_FN(set_proxy_methods) {
  Class* own = own_class_arg(args[0]);
  own->methods.store(args[1]);
  gc::write_barrier(own);
  return args[0];
}
CLJ_FN(proxy_methods) { return own_class_arg(args[0])->methods.load(); }
CLJ_FN(call_super) {
  Value member = args[0];
  object_arg<Symbol>(member, "clojure.lang.Symbol");
  own_class_arg(args[1]);
  return call_super_method(member, args + 1, count - 1);
}

CLJ_FN(record_from_map) { return call_static(args[0], make_symbol("", "create"), args + 1, 1); }

}  // namespace clj::builtins

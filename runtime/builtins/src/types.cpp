// Protocols and types: the natives behind defprotocol and its kin.
#include "clj/core/host.h"
#include "clj/core/protocol.h"
#include "native.h"

namespace clj::builtins {

CLJ_FN(protocol_fn) { return make_protocol_fn(args[0], args[1], args[2]); }
CLJ_FN(interface) {
  gc::ValueList parents;
  append_elements(args[1], parents);
  return make_interface(args[0], make_vector(parents.data(), parents.size()));
}

CLJ_FN(class_named) {
  std::string name = to_utf8(string_arg(args[0]));
  Value cls = find_class(name);
  if (cls.is_nil()) throw_class_not_found(name);
  return cls;
}

CLJ_FN(record_from_map) { return call_static(args[0], make_symbol("", "create"), args + 1, 1); }

}  // namespace clj::builtins

#include "instances.h"

#include "clj/core/text.h"

namespace clj {

bool implements(Value v, Value cls) { return has_methods(v) && is_assignable(base_class_of(v), cls); }

std::string class_name(Value v) { return v.is_nil() ? "null" : to_utf8(cast<Class>(class_of(v))->name); }

std::string simple_class_name(Value v) {
  std::string name = class_name(v);
  // Only the host's own classes are nested; a $ in the name of a reify or a function is part of it.
  bool own = is_kind(v, Kind::kInstance) || is_proxy(v) || (v.is_object() && info(v.as_object()->kind).flags & kFunction);
  own = own && !name.starts_with("java") && !name.starts_with("clojure.lang.");  // of the host, in Clojure
  size_t at = name.find_last_of(own ? "." : ".$");
  if (at == std::string::npos) return name;
  std::string last = name.substr(at + 1);
  bool anonymous = name[at] == '$' && last.find_first_not_of("0123456789") == std::string::npos;
  return anonymous ? "" : last;
}

}  // namespace clj

#include "class_table.h"
#include "clj/core/call.h"
#include "clj/core/munge.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"

namespace clj {

std::string function_class_name(std::string_view name) {
  std::string class_name;
  for (size_t start = 0; start <= name.size();) {
    size_t end = name.find('/', start);
    // The function named / itself.
    if (end == start || end == name.size() - 1) end = std::string_view::npos;
    if (start) class_name += '$';
    class_name += munge(name.substr(start, end == std::string_view::npos ? end : end - start));
    if (end == std::string_view::npos) break;
    start = end + 1;
  }
  return class_name;
}

namespace {

// Whether the function's class is a RestFn. One with metadata always is.
bool takes_rest(Value f) {
  switch (f.as_object()->kind) {
    case Kind::kNativeFn: return native_rows[cast<NativeFn>(f)->row].max_args < 0;
    case Kind::kMetaFn: return true;
    case Kind::kClosure:
    case Kind::kTreeFn: return core_upcalls.variadic_required && core_upcalls.variadic_required(f) >= 0;
    default: return false;
  }
}

}  // namespace

Value function_class(Value f) {
  if (is_kind(f, Kind::kMetaFn) && !f.as_object()->has_flag(MetaFn::kOfForm)) return find_class("clojure.lang.AFunction$1");
  std::string name = function_name(f);
  Value base = takes_rest(f) ? find_class("clojure.lang.RestFn") : base_class_of(f);
  if (name.empty()) return base;
  std::string class_name = function_class_name(name);
  Value known = find_class(class_name);
  // Two evaluated forms may have a function of one name.
  if (!known.is_nil() && !(cast<Class>(known)->superclass == base)) {
    class_name += "__1";
    known = find_class(class_name);
  }
  if (!known.is_nil()) return known;
  Value cls = make_class(class_name, base, roots.empty_vector, 0);
  cast<Class>(cls)->extra = Value::boolean(false);
  return cls;
}

}  // namespace clj

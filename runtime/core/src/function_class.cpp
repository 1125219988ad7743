#include "class_table.h"
#include "clj/core/call.h"
#include "clj/core/munge.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"

namespace clj {

Value function_class(Value f) {
  std::string name = function_name(f);
  Value base = base_class_of(f);
  if (name.empty()) return base;
  // "user/f/fn--12" is user$f$fn__12: slashes separate, the parts are munged.
  std::string class_name;
  for (size_t start = 0; start <= name.size();) {
    size_t end = name.find('/', start);
    // The function named / itself.
    if (end == start || end == name.size() - 1) end = std::string::npos;
    if (start) class_name += '$';
    class_name += munge(std::string_view(name).substr(start, end == std::string::npos ? end : end - start));
    if (end == std::string::npos) break;
    start = end + 1;
  }
  Value known = find_class(class_name);
  if (!known.is_nil()) return known;
  Value cls = make_class(class_name, base, roots.empty_vector, 0);
  cast<Class>(cls)->extra = Value::boolean(false);
  return cls;
}

}  // namespace clj

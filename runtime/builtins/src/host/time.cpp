// java.util.Date.
#include <chrono>

#include "clj/core/instant.h"
#include "host_support.h"

namespace clj::builtins::host {
namespace {

int64_t millis(Value v) { return object_arg<Inst>(v, "java.util.Date")->millis; }

}  // namespace

CLJ_FN(date_new) {
  if (count == 1) {
    require_constructor_argument(is_int(args[0]) || args[0].is_nil(), "java.util.Date");
    return make_inst(to_long(args[0]));
  }
  auto now = std::chrono::system_clock::now().time_since_epoch();
  return make_inst(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}
CLJ_FN(date_get_time) { return make_long(millis(args[0])); }
CLJ_FN(date_set_time) {
  object_arg<Inst>(args[0], "java.util.Date")->millis = to_long(args[1]);
  return Value::nil();
}
CLJ_FN(date_clone) { return make_inst(millis(args[0])); }
CLJ_FN(date_before) { return boolean(millis(args[0]) < millis(args[1])); }
CLJ_FN(date_after) { return boolean(millis(args[0]) > millis(args[1])); }

}  // namespace clj::builtins::host

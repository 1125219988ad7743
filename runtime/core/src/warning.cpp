#include "clj/core/warning.h"

#include "clj/core/host.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/var.h"

namespace clj {

bool (*warning_listener)(const std::string& line) = nullptr;

void print_warning(const std::string& line) {
  if (warning_listener != nullptr && !warning_listener(line)) return;
  if (roots.var_err.is_nil()) return;
  Value err = deref(cast<Var>(roots.var_err));
  if (err.is_nil() || is_kind(err, Kind::kUnbound)) return;
  Value write[] = {err, make_string(line + "\n")};
  call_host_method(make_symbol("", "write"), write, 2);
  call_host_method(make_symbol("", "flush"), &err, 1);
}

}  // namespace clj

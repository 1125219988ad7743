// The upcalls of a process without the compiler; the driver puts its own in their place.
#include "lean.h"

#include <string>

#include "clj/core/call.h"
#include "clj/core/error.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "clj/exec/bundle.h"
#include "clj/exec/constant_hooks.h"
#include "clj/launch/dormant.h"
#include "clj/regex/regex.h"

namespace clj::launch {
namespace {

Value no_compiler(Value) {
  throw_error(Error::kUnsupportedOperation,
              "This executable carries no compiler: eval, load-file, load-string and macroexpand need one. "
              "Build it without --lean.");
}

void load_lib(const char* path) {
  std::string lib = path;
  if (exec::load_namespace_from_bundles(lib) || wake(lib)) return;
  throw_error(Error::kFileNotFound, "Could not locate " + lib + "__init.class, " + lib + ".clj or " + lib +
                                        ".cljc on classpath.");
}

// A record literal is made by the factory that defrecord defines beside the class.
Value make_record(Value class_name, Value map) {
  std::string name = to_utf8(class_name);
  size_t dot = name.rfind('.');
  std::string ns = name.substr(0, dot == std::string::npos ? 0 : dot);
  for (char& c : ns) c = c == '_' ? '-' : c;
  Value found = find_namespace(make_symbol("", ns));
  Value factory =
      found.is_nil() ? Value::nil() : find_interned_var(found, make_symbol("", "map->" + name.substr(dot + 1)));
  if (factory.is_nil()) throw_error(Error::kClassNotFound, name);
  return invoke(deref(cast<Var>(factory)), map);
}

}  // namespace

void install_lean_upcalls() {
  core_upcalls.eval = no_compiler;
  core_upcalls.macroexpand_1 = no_compiler;
  core_upcalls.macroexpand = no_compiler;
  core_upcalls.load_lib = load_lib;
  exec::constant_hooks.make_pattern = [](Value source, int flags) { return regex::make_pattern(source, flags); };
  exec::constant_hooks.make_record = make_record;
}

}  // namespace clj::launch

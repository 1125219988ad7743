// The table of native functions, put together from tables/*.def.
#include "clj/builtins/builtins.h"

#include "clj/builtins/host_classes.h"
#include "clj/conc/ref.h"
#include "clj/core/call.h"
#include "clj/io/reader.h"
#include "clj/io/writer.h"
#include "clj/regex/regex.h"
#include "native.h"
#include "print_extension.h"

namespace clj {

namespace builtins {
#define CLJ_NATIVE(ns, name, function, min, max, added, arglists, doc) Value function(Value*, uint32_t);
#include "../tables/all.def"
#undef CLJ_NATIVE

namespace {

constexpr NativeRow kRows[] = {
#define CLJ_NATIVE(ns, name, function, min, max, added, arglists, doc) {ns, name, function, min, max},
#include "../tables/all.def"
#undef CLJ_NATIVE
};

}  // namespace
}  // namespace builtins

void register_builtins() {
  native_rows = builtins::kRows;
  native_row_count = std::size(builtins::kRows);
  register_host_members();
  builtins::install_print_hooks();
  core_upcalls.deref_ref = [](Value ref) { return conc::deref_ref(cast<conc::Ref>(ref)); };
}

void finalize_builtin(Object* object) {
  switch (object->kind) {
    case Kind::kPattern: return regex::finalize_pattern(object);
    case Kind::kMatcher: return regex::finalize_matcher(object);
    case Kind::kReader: return io::finalize_reader(object);
    case Kind::kWriter: return io::finalize_writer(object);
    default: return;
  }
}

}  // namespace clj

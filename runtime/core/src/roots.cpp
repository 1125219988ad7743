#include "clj/core/roots.h"

#include "bootstrap.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"

namespace clj {

Roots roots;

void bootstrap_names() {
#define CLJ_KEYWORD(name, ns, text) roots.kw_##name = make_keyword(ns, text);
#define CLJ_SYMBOL(name, ns, text) roots.sym_##name = make_symbol(std::string_view(ns), std::string_view(text));
#define CLJ_CLASS(name, text)
#include "clj/core/known_names.def"
#undef CLJ_KEYWORD
#undef CLJ_SYMBOL
#undef CLJ_CLASS
}

void bootstrap_core() {
  static_assert(sizeof(Roots) % sizeof(Value) == 0);
  gc::add_static_roots(reinterpret_cast<Value*>(&roots), sizeof(Roots) / sizeof(Value));
  roots.empty_string = make_string("");
  bootstrap_collections();
  bootstrap_names();
  bootstrap_classes();
  bootstrap_namespaces();
  roots.out_of_memory_error =
      make_throwable(error_class(Error::kOutOfMemory), make_string("Java heap space"), Value::nil(), Value::nil());
}

}  // namespace clj

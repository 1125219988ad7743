// The names a program can write at some place: for suggestions and for completion.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "clj/value/value.h"

namespace clj::launch {

// What is mapped in `ns` (a Namespace or nil) and special forms: bare symbols.
std::vector<std::string> names_in(Value ns);
// Public vars interned in `ns`.
std::vector<std::string> public_names(Value ns);
// Classes that `ns` imports.
std::vector<std::string> class_names(Value ns);
// Namespaces and the aliases of `ns`.
std::vector<std::string> namespace_names(Value ns);
// The namespace that `name` means in `ns`: an alias or a full name; nil when unknown.
Value namespace_named(Value ns, std::string_view name);

}  // namespace clj::launch

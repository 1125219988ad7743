// What ns forms, require and use say they require.
#pragma once
#include <string>
#include <vector>

#include "rule.h"

namespace clj::lint {

// The requirements of an (ns …), (require …) or (use …) list; nothing of any other.
std::vector<Requirement> requirements_of(SourceFile& file, const List& list);
std::string munged(std::string ns);  // "my_app.core"

}  // namespace clj::lint

// case*: the `case` macro's private shape, (case* symbol default [key then …]).
#include "../analyzer.h"
#include "clj/core/collections.h"
#include "clj/core/roots.h"

namespace clj::analyze {

Node* Analyzer::form_case(Value, const Items& items, Place place) {
  if (items.size() != 4 || !is_vector(items[3]) || count(items[3]) % 2 != 0) {
    throw_error(Error::kIllegalArgument,
                "Malformed case* expression, expecting (case* symbol default [key then ...])");
  }
  place.name = Value::nil();
  auto* made = node<CaseNode>(place);
  made->test = analyze(items[1]);
  Items pairs(items[3]);
  gc::ValueList keys;
  std::vector<Node*> branches;
  for (size_t i = 0; i < pairs.size(); i += 2) {
    keys.push_back(pairs[i]);
    branches.push_back(analyze(pairs[i + 1], place));
  }
  made->keys = make_vector(keys.data(), keys.size());
  made->branches = unit_.make_list(branches);
  made->otherwise = analyze(items[2], place);
  return made;
}

}  // namespace clj::analyze

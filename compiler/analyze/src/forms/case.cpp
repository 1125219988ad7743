// case*: the `case` macro's private shape, (case* symbol default [key then …]).
#include "../analyzer.h"
#include "clj/core/case_match.h"
#include "clj/core/collections.h"
#include "clj/core/equality.h"
#include "clj/core/roots.h"

namespace clj::analyze {

namespace {
bool have_one_hash(Value a, Value b) {
  return !(is_int_constant(a) && is_int_constant(b)) && java_hash_code(a) == java_hash_code(b);
}
}  // namespace

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
    // The JVM tells constants of one hash apart by a condp, which ends with the default.
    bool collided = i >= 2 && have_one_hash(pairs[i - 2], pairs[i]);
    bool ends = i + 2 == pairs.size() || !have_one_hash(pairs[i], pairs[i + 2]);
    if (collided && ends && made->otherwise == nullptr) made->otherwise = analyze(items[2], place);
  }
  made->keys = make_vector(keys.data(), keys.size());
  made->branches = unit_.make_list(branches);
  if (made->otherwise == nullptr) made->otherwise = analyze(items[2], place);
  return made;
}

}  // namespace clj::analyze

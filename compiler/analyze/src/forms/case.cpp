// case*, in two shapes:
//
// (case* symbol shift mask default {slot [constant then] …} :compact|:sparse :int|:hash-identity|:hash-equiv skip?)
//   is the JVM's, which `case` expands to and walkers of code take apart and put together. Slots say nothing that the
//   constants do not, but for those in skip, where a then stands that chooses among constants of one hash.
// (case* symbol default [constant then …])
//   is what is compiled; the first is brought into it.
#include "../analyzer.h"
#include "clj/core/case_match.h"
#include "clj/core/collections.h"
#include "clj/core/equality.h"
#include "clj/core/numbers.h"
#include "clj/core/roots.h"

namespace clj::analyze {

namespace {

constexpr size_t kOwnSize = 4, kSizeWithoutSkip = 8, kSizeWithSkip = 9;

struct CaseEntries {
  gc::ValueList constants, thens;
  void add(Value constant, Value then) {
    constants.push_back(constant);
    thens.push_back(then);
  }
};

Value symbol(const char* name) { return make_symbol("", name); }
Value core(const char* name) { return make_symbol("clojure.core", name); }

// The constants and results of (clojure.core/condp clojure.core/= value 'constant result … default), which `case` makes
// for constants of one hash. False: it is something else.
bool add_choice(Value then, Value value, CaseEntries& out) {
  if (!is_seq(then)) return false;
  Items items(then);
  if (items.size() < 4 || items.size() % 2 != 0 || !equiv(items[0], core("condp")) || !equiv(items[1], core("=")) ||
      !equiv(items[2], value)) {
    return false;
  }
  CaseEntries found;
  for (size_t i = 3; i + 1 < items.size(); i += 2) {
    if (!is_seq(items[i])) return false;
    Items quoted(items[i]);
    if (quoted.size() != 2 || !equiv(quoted[0], roots.sym_quote)) return false;
    found.add(quoted[1], items[i + 1]);
  }
  for (size_t i = 0; i < found.thens.size(); ++i) out.add(found.constants[i], found.thens[i]);
  return true;
}

// The default of a case with a slot whose `then` runs without a test.
Value with_untested_slot(Value slot, Value then, Value otherwise, const Items& items) {
  Value number = make_list({make_symbol("clojure.lang.Util", "hash"), items[1]});
  if (to_long_unchecked(items[3]) != 0) {
    number = make_list({core("bit-and"), make_list({core("bit-shift-right"), number, items[2]}), items[3]});
  }
  return make_list({symbol("if"), make_list({core("=="), slot, number}), then, otherwise});
}

Value own_shape(Value value, Value otherwise, const CaseEntries& entries) {
  gc::ValueList pairs;
  for (size_t i = 0; i < entries.constants.size(); ++i) {
    pairs.push_back(entries.constants[i]);
    pairs.push_back(entries.thens[i]);
  }
  return make_list({symbol("case*"), value, otherwise, make_vector(pairs.data(), pairs.size())});
}

// A branch that several constants share is compiled once: the constants choose its number, the number the branch.
Value with_shared_branches(Value value, Value otherwise, const CaseEntries& entries) {
  CaseEntries numbers, branches;
  bool shared = false;
  for (size_t i = 0; i < entries.constants.size(); ++i) {
    size_t index = 0;
    while (index < branches.thens.size() && branches.thens[index] != entries.thens[i]) ++index;
    if (index == branches.thens.size()) branches.add(make_long(static_cast<int64_t>(index)), entries.thens[i]);
    else if (is_coll(entries.thens[i])) shared = true;
    numbers.add(entries.constants[i], make_long(static_cast<int64_t>(index)));
  }
  if (!shared) return own_shape(value, otherwise, entries);
  return own_shape(own_shape(value, make_long(-1), numbers), otherwise, branches);
}

Value from_layout_of_jvm(const Items& items) {
  Value value = items[1], otherwise = items[4];
  Value skip = items.size() == kSizeWithSkip ? items[8] : Value::nil();
  bool ints = items[7] == make_keyword("", "int");  // the JVM's constants are Integers then
  CaseEntries entries;
  for_each(items[5], [&](Value entry) {
    Value slot = nth(entry, 0), pair = nth(entry, 1);
    if (ints) entries.add(make_long(to_long_unchecked(nth(pair, 0))), nth(pair, 1));
    else if (skip.is_nil() || !contains(skip, slot)) entries.add(nth(pair, 0), nth(pair, 1));
    else if (!add_choice(nth(pair, 1), value, entries)) otherwise = with_untested_slot(slot, nth(pair, 1), otherwise, items);
    return true;
  });
  return with_shared_branches(value, otherwise, entries);
}

bool have_one_hash(Value a, Value b) {
  return !(is_int_constant(a) && is_int_constant(b)) && java_hash_code(a) == java_hash_code(b);
}

}  // namespace

Node* Analyzer::form_case(Value, const Items& items, Place place) {
  bool of_jvm = items.size() == kSizeWithoutSkip || items.size() == kSizeWithSkip;
  if (of_jvm && is_symbol(items[1]) && is_map(items[5])) return analyze(from_layout_of_jvm(items), place);
  if (items.size() != kOwnSize || !is_vector(items[3]) || count(items[3]) % 2 != 0) {
    throw_error(Error::kIllegalArgument,
                "Malformed case* expression, expecting (case* symbol shift mask default {slot [key then] ...} switch-type test-type skip?)");
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

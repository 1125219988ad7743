// The iteration order of hash maps and sets is the JVM's after any history of changes: scripts
// of random changes repeated here, with the order recorded from JVM Clojure (map_order.def).
#include "collections_support.h"

using namespace clj;
using namespace clj::test;

namespace {

enum Mode { kPersistentMap, kTransientMap, kPersistentSet, kTransientSet };

struct OrderCase {
  Mode mode;
  int kind;
  int64_t domain, steps, count;
  int64_t keys_hash, values_hash, hash;
};

const OrderCase cases[] = {
#define CLJ_ORDER(mode, kind, domain, steps, count, keys_hash, values_hash, hash) \
  {mode, kind, domain, steps, count, keys_hash, values_hash, hash},
#include "map_order.def"
#undef CLJ_ORDER
};

Value make_key(int kind, int64_t index) {
  std::string name = "k" + std::to_string(index);
  switch (kind) {
    case 0: return integer(index * 2654435761);
    case 1: return str(name);
    case 2: return kw(name);
    case 3: return make_symbol("", name);
    case 4: return make_double(0.5 + static_cast<double>(index) / 4.0);
    case 5: return vec({integer(index), kw("kw")});
    case 6: {
      std::string text;
      for (int bit = 0; bit < 8; ++bit) text += index >> bit & 1 ? "Aa" : "BB";
      return str(text);
    }
    default: return index == 0 ? Value::nil() : make_key(static_cast<int>(index % 7), index);
  }
}

Value change(Mode mode, Value coll, bool removes, Value key, Value value) {
  switch (mode) {
    case kPersistentMap: return removes ? dissoc(coll, key) : assoc(coll, key, value);
    case kTransientMap: return removes ? dissoc_transient(coll, key) : assoc_transient(coll, key, value);
    case kPersistentSet: return removes ? disj(coll, key) : conj(coll, key);
    default: return removes ? disj_transient(coll, key) : conj_transient(coll, key);
  }
}

Value run_script(const OrderCase& c) {
  bool is_transient = c.mode == kTransientMap || c.mode == kTransientSet;
  Value coll = c.mode == kPersistentMap || c.mode == kTransientMap ? roots.empty_array_map : roots.empty_hash_set;
  if (is_transient) coll = transient(coll);
  uint64_t x = 42 + static_cast<uint64_t>(c.kind);
  for (int64_t i = 0; i < c.steps; ++i) {
    x = x * 6364136223846793005u + 1442695040888963407u;
    Value key = make_key(c.kind, static_cast<int64_t>((x >> 33) % static_cast<uint64_t>(c.domain)));
    coll = change(c.mode, coll, (x >> 20) % 4 == 0, key, integer(i));
  }
  return is_transient ? persistent(coll) : coll;
}

int64_t hash_of_elements(Value coll) {
  gc::ValueList items;
  append_elements(coll, items);
  return static_cast<int32_t>(hash_eq(make_vector(items.data(), items.size())));
}

int64_t hash_of_cells(Value s) {
  gc::ValueList items;
  for (s = seq(s); !s.is_nil(); s = next(s)) items.push_back(first(s));
  return static_cast<int32_t>(hash_eq(make_vector(items.data(), items.size())));
}

}  // namespace

TEST_CASE("maps and sets iterate in the JVM's order after any history") {
  Runtime runtime;
  for (const OrderCase& c : cases) {
    INFO("mode " << c.mode << " kind " << c.kind << " domain " << c.domain);
    Value coll = run_script(c);
    CHECK(count(coll) == c.count);
    CHECK(static_cast<int32_t>(hash_eq(coll)) == c.hash);
    bool is_set = c.mode == kPersistentSet || c.mode == kTransientSet;
    Value ks = is_set ? coll : keys(coll), vs = is_set ? coll : vals(coll);
    CHECK(hash_of_elements(ks) == c.keys_hash);
    CHECK(hash_of_elements(vs) == c.values_hash);
    CHECK(hash_of_cells(ks) == c.keys_hash);
    CHECK(hash_of_cells(vs) == c.values_hash);
  }
}

TEST_CASE("equal maps built in different ways are equal and hash alike") {
  Runtime runtime;
  OrderCase persistent_case{kPersistentMap, 7, 300, 2000, 0, 0, 0, 0}, transient_case = persistent_case;
  transient_case.mode = kTransientMap;
  Value a = run_script(persistent_case), b = run_script(transient_case);
  CHECK(equiv(a, b));
  CHECK(equiv(b, a));
  CHECK(hash_eq(a) == hash_eq(b));
  CHECK_FALSE(equiv(a, assoc(b, kw("more"), integer(1))));
}

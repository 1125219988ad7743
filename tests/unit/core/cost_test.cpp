// Quadratic traps: what walks or grows a collection costs in proportion to its size. Cost is
// counted in bytes allocated, at n and at 4n; what must not allocate is called so often that a
// walk per call would never end.
#include "clj/core/seqs.h"
#include "clj/core/sorted.h"
#include "clj/core/vector.h"
#include "collections_support.h"

using namespace clj;
using namespace clj::test;

namespace {

constexpr int64_t kSize = 20000;

template <class F>
double bytes_of(F&& work) {
  uint64_t before = gc::statistics().allocated_bytes;
  work();
  return static_cast<double>(gc::statistics().allocated_bytes - before);
}

// Four times the size, at most six times the cost (a logarithm and block granularity allowed).
template <class Make, class Work>
void check_linear(const char* what, Make&& make, Work&& work) {
  INFO(what);
  Value small = make(kSize), large = make(4 * kSize);
  double at_n = bytes_of([&] { work(small); }), at_4n = bytes_of([&] { work(large); });
  CAPTURE(at_n, at_4n);
  CHECK(at_4n <= 6 * at_n + (1 << 20));
}

Value vector_of(int64_t n) { return longs(0, n); }
Value list_of(int64_t n) {
  Value list = roots.empty_list;
  for (int64_t i = 0; i < n; ++i) list = conj(list, integer(i));
  return list;
}
Value map_of(int64_t n) {
  Value m = roots.empty_array_map;
  for (int64_t i = 0; i < n; ++i) m = assoc(m, integer(i), integer(i));
  return m;
}
Value sorted_of(int64_t n) {
  Value m = roots.empty_tree_map;
  for (int64_t i = 0; i < n; ++i) m = assoc(m, integer(i), integer(i));
  return m;
}
Value string_of(int64_t n) { return str(std::string(static_cast<size_t>(n), 'x')); }

void walk_next(Value coll) {
  for (Value s = seq(coll); !s.is_nil(); s = next(s)) first(s);
}
void walk_rest(Value coll) {
  for (Value s = coll; !seq(s).is_nil(); s = rest(s)) first(s);
}
void pop_all(Value coll) {
  while (!seq(coll).is_nil()) {
    peek(coll);
    coll = pop(coll);
  }
}

}  // namespace

TEST_CASE("walking is linear") {
  Runtime runtime;
  check_linear("next of a vector", vector_of, walk_next);
  check_linear("rest of a vector", vector_of, walk_rest);
  check_linear("rseq of a vector", vector_of, [](Value v) { walk_next(rseq(v)); });
  check_linear("subvec of a subvec", vector_of, [](Value v) {
    while (count(v) > 1) v = subvec(v, 1, count(v));
  });
  check_linear("next of a subvec", vector_of, [](Value v) { walk_next(subvec(v, 1, count(v))); });
  check_linear("next of a list", list_of, walk_next);
  check_linear("next of a string", string_of, walk_next);
  check_linear("next of a hash map", map_of, walk_next);
  check_linear("keys of a hash map", map_of, [](Value m) { walk_next(keys(m)); });
  check_linear("next of a sorted map", sorted_of, walk_next);
  check_linear("next of a range", [](int64_t n) { return make_long_range(0, n, 1); }, walk_next);
}

TEST_CASE("popping and growing are linear") {
  Runtime runtime;
  check_linear("pop of a vector", vector_of, pop_all);
  check_linear("pop of a list", list_of, pop_all);
  check_linear("pop of a queue",
               [](int64_t n) {
                 Value q = roots.empty_queue;
                 for (int64_t i = 0; i < n; ++i) q = conj(q, integer(i));
                 return q;
               },
               pop_all);
  auto self = [](int64_t n) { return integer(n); };
  check_linear("conj on a vector", self, [](Value n) {
    Value v = roots.empty_vector;
    for (int64_t i = 0; i < as_long(n); ++i) v = conj(v, n);
  });
  check_linear("assoc on a hash map", self, [](Value n) { map_of(as_long(n)); });
  check_linear("assoc on a sorted map", self, [](Value n) { sorted_of(as_long(n)); });
  check_linear("conj! on a vector", self, [](Value n) {
    Value v = transient(roots.empty_vector);
    for (int64_t i = 0; i < as_long(n); ++i) v = conj_transient(v, n);
    persistent(v);
  });
}

TEST_CASE("count, nth, peek and get do not walk") {
  Runtime runtime;
  Value v = vector_of(1000000), list = list_of(1000000), string = string_of(1000000), m = map_of(100000),
        sorted = seq(sorted_of(100000)), range = make_long_range(0, INT64_MAX, 1);
  Value sub = subvec(v, 1, 999999), s = next(seq(v)), chars = next(seq(string));
  bool right = true;
  double bytes = bytes_of([&] {
    for (int64_t i = 0; i < 1000000; ++i) {
      right &= count(list) + count(v) + count(s) + count(string) + count(chars) > 0;
      right &= (nth(v, i) == peek(v)) == (i == 999999);
      right &= count(sorted) == 100000;
      right &= nth(range, i * 1000) == integer(i * 1000);
      right &= get(m, integer(i % 100000)) == integer(i % 100000);
      right &= nth(sub, i % 1000) == integer(1 + i % 1000);
    }
  });
  CHECK(right);
  CHECK(bytes < (1 << 20));
}

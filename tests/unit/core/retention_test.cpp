// Walking a lazy seq must not keep its head: near the end of a long walk everything behind is
// garbage. The stack is scanned conservatively, so that a copy of the head left in a dead stack
// slot or register of the walking functions would show here.
#include "clj/core/list.h"
#include "clj/core/seqs.h"
#include "collections_support.h"

using namespace clj;
using namespace clj::test;

namespace {

constexpr int64_t kLength = 200000;
int64_t produced;
uint64_t live_bytes;

// (lazy-seq (cons n …)) of kLength elements; measures the heap just before the end.
Value thunk_code(Value*, uint32_t) {
  if (produced == kLength) return Value::nil();
  if (produced == kLength - 10) {
    gc::collect(true);
    live_bytes = gc::statistics().live_bytes;
  }
  int64_t n = produced++;
  return make_cons(make_long(n), make_lazy_seq(function(thunk_code)));
}

// The same in chunks of ten.
Value chunked_thunk_code(Value*, uint32_t) {
  if (produced == kLength) return Value::nil();
  if (produced == kLength - 10) {
    gc::collect(true);
    live_bytes = gc::statistics().live_bytes;
  }
  Value buffer = make_chunk_buffer(10);
  for (int i = 0; i < 10; ++i) chunk_append(buffer, make_long(produced++));
  return chunk_cons(chunk(buffer), make_lazy_seq(function(chunked_thunk_code)));
}

bool is_chunked;

Value new_lazy_seq() {
  produced = 0;
  return make_lazy_seq(function(is_chunked ? chunked_thunk_code : thunk_code));
}

// The walk starts in a frame of its own, as the evaluators' calls do.
template <class F>
[[gnu::noinline]] void start(F&& walk) {
  walk(new_lazy_seq());
}

template <class F>
void check_released(const char* what, F&& walk) {
  for (bool chunked : {false, true}) {
    INFO(what << (chunked ? ", chunked" : ""));
    is_chunked = chunked;
    gc::collect(true);
    uint64_t before = gc::statistics().live_bytes;
    start(walk);
    CHECK(produced == kLength);
    CHECK(live_bytes < before + kLength * 4);
  }
}

}  // namespace

// What dead stack slots keep is a matter of the optimised build: sanitizers spread every local over
// the frame, and keep it there.
#if !defined(__SANITIZE_ADDRESS__)
TEST_CASE("walks do not keep the head of a lazy seq") {
  Runtime runtime;
  Value second = function([](Value* args, uint32_t) { return args[1]; });
  check_released("reduce", [&](Value s) { reduce(second, integer(0), s); });
  check_released("reduce from the first", [&](Value s) { reduce(second, s); });
  check_released("reduce of the rest", [&](Value s) { reduce(second, integer(0), next(s)); });
  check_released("count of the rest", [](Value s) { count(next(s)); });
  check_released("count", [](Value s) { count(s); });
  check_released("nth", [](Value s) { nth(s, kLength + 5, Value::nil()); });
  check_released("hash", [](Value s) { hash_eq(s); });
  check_released("hashCode", [](Value s) { java_hash_code(s); });
  check_released("=", [](Value s) { equiv(s, make_long_range(0, kLength, 1)); });
  check_released("= on the right", [](Value s) { equiv(make_long_range(0, kLength, 1), s); });
  check_released("for_each", [](Value s) { for_each(s, [](Value) { return true; }); });
}
#endif

#include "clj/core/queue.h"

#include <deque>
#include <random>

#include "collections_support.h"

using namespace clj;
using namespace clj::test;

TEST_CASE("queues are first in, first out") {
  Runtime runtime;
  std::mt19937 random(5);
  Value q = roots.empty_queue;
  std::deque<int64_t> model;
  for (int64_t step = 0; step < 5000; ++step) {
    if (model.empty() || random() % 5 < 3) {
      q = conj(q, integer(step));
      model.push_back(step);
    } else {
      REQUIRE(as_long(peek(q)) == model.front());
      q = pop(q);
      model.pop_front();
    }
    REQUIRE(count(q) == static_cast<int64_t>(model.size()));
  }
  auto at = model.begin();
  CHECK(for_each(q, [&](Value v) { return as_long(v) == *at++; }));
  CHECK(count(seq(q)) == count(q));
}

TEST_CASE("an empty queue") {
  Runtime runtime;
  CHECK(peek(roots.empty_queue).is_nil());
  CHECK(pop(roots.empty_queue) == roots.empty_queue);
  CHECK(seq(roots.empty_queue).is_nil());
  CHECK(equiv(roots.empty_queue, roots.empty_vector));
  CHECK(hash_eq(conj(roots.empty_queue, integer(1))) == hash_eq(vec({integer(1)})));
  CHECK(empty(conj(roots.empty_queue, integer(1))) == roots.empty_queue);
}

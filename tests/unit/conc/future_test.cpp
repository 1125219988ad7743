// Promises, futures and the pool.
#include <atomic>
#include <catch2/catch.hpp>

#include "clj/conc/future.h"
#include "clj/conc/pool.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/numbers.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/gc/heap.h"
#include "../core/support.h"

using namespace clj;

namespace {

std::atomic<int> calls{0};

// Allocates, so that collections meet running tasks.
void count_call(Value payload) {
  Value list = make_list({payload});
  for (int i = 0; i < 50; ++i) list = conj(list, make_string("x"));
  if (count(list) == 51) ++calls;
}

void deliver_later(Value promise) {
  conc::sleep(5);
  conc::deliver(promise, make_string("done"));
}

}  // namespace

TEST_CASE("tasks run and are waited for") {
  CoreScope runtime;
  calls = 0;
  for (int i = 0; i < 40; ++i) conc::run_in_pool(count_call, make_long(i));
  conc::wait_for_tasks();
  CHECK(calls == 40);
}

TEST_CASE("a promise is delivered once, from any thread") {
  CoreScope runtime;
  Value promise = conc::make_promise();
  CHECK(to_utf8(conc::await(promise, 1, make_string("late"))) == "late");
  conc::run_in_pool(deliver_later, promise);
  CHECK(to_utf8(conc::await(promise)) == "done");
  CHECK(conc::deliver(promise, Value::nil()).is_nil());
  CHECK(conc::is_done(promise));
}

TEST_CASE("collections proceed while threads sleep and wait") {
  CoreScope runtime;
  Value promise = conc::make_promise();
  conc::run_in_pool(deliver_later, promise);
  for (int i = 0; i < 5; ++i) gc::collect(true);
  CHECK(to_utf8(conc::await(promise)) == "done");
  conc::wait_for_tasks();
}

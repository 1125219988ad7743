// Fresh numbers for generated names: gensym, x# in syntax-quote, %-arguments, classes of fns.
//
// Threads  Any.
#pragma once
#include <atomic>
#include <cstdint>

namespace clj {

// A number that no one else in this process got.
inline int64_t next_id() {
  static std::atomic<int64_t> counter{1};
  return counter.fetch_add(1, std::memory_order_relaxed);
}

}  // namespace clj

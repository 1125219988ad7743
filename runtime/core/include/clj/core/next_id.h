// Fresh numbers for generated names: gensym, x# in syntax-quote, %-arguments, classes of fns.
//
// Threads  Any.
#pragma once
#include <atomic>
#include <cstdint>

namespace clj {

inline std::atomic<int64_t> next_id_counter{1};

// A number that no one else in this process got.
inline int64_t next_id() { return next_id_counter.fetch_add(1, std::memory_order_relaxed); }

// Numbers from a place of one's own, until the end of the scope: a build gives each source its
// own, so that what becomes of it does not depend on what was compiled before.
class IdScope {
 public:
  IdScope() : outer_(next_id_counter.load()) {}
  ~IdScope() { next_id_counter.store(outer_); }
  IdScope(const IdScope&) = delete;
  void continue_at(int64_t first) { next_id_counter.store(first); }

 private:
  int64_t outer_;
};

}  // namespace clj

// java.util.Random: the 48-bit linear congruential generator, with the JVM's sequences.
//
// Plain data, so that it can stand in the raw bytes of a heap object.
//
// Threads  Calls on one generator may race: each step of the seed is atomic, as on the JVM.
// Errors   IllegalArgumentException "bound must be positive".
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>

namespace clj {

class Random {
 public:
  explicit Random(int64_t seed) { set_seed(seed); }
  void set_seed(int64_t seed);
  int32_t next_int() { return next(32); }
  int32_t next_int(int32_t bound);                  // [0, bound)
  int32_t next_int(int32_t origin, int32_t bound);  // [origin, bound)
  int64_t next_long();
  bool next_boolean() { return next(1) != 0; }
  float next_float();
  double next_double();
  double next_gaussian();
  void next_bytes(uint8_t* bytes, size_t count);

 private:
  int32_t next(int bits);
  std::atomic<uint64_t> seed_;
  double next_gaussian_ = 0;
  bool has_next_gaussian_ = false;
};

// A seed no other call of this process gives, different in every run.
int64_t fresh_random_seed();
// 64 random bits from the system, for UUIDs and SecureRandom.
uint64_t secure_random_bits();

}  // namespace clj

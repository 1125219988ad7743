// XXH3 checksums of memory: chunks, bundles, the boot image.
#pragma once
#include <cstddef>
#include <cstdint>

namespace clj {

uint64_t xxh3_64(const void* data, size_t bytes);

// The checksum of several pieces as if they stood one after another.
class Xxh3Stream {
 public:
  Xxh3Stream();
  ~Xxh3Stream();
  Xxh3Stream(const Xxh3Stream&) = delete;
  void update(const void* data, size_t bytes);
  uint64_t digest() const;

 private:
  void* state_;
};

}  // namespace clj

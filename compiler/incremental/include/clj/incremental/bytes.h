// A plain encoding of numbers, texts and lists, for files of the cache.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clj/bytecode/bundle.h"

namespace clj::incremental {

class ByteWriter {
 public:
  void number(uint64_t n) { bytecode::append_varint(out, n); }
  void hash(uint64_t n) { out.append(reinterpret_cast<const char*>(&n), sizeof n); }
  void text(std::string_view s) {
    number(s.size());
    out.append(s);
  }
  template <class T, class F>
  void list(const std::vector<T>& items, F&& write) {
    number(items.size());
    for (const T& item : items) write(item);
  }
  std::string out;
};

// Reads what ByteWriter wrote. After a fault everything read is empty, and `failed` stays set.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}
  uint64_t number() {
    uint64_t n = 0;
    if (!failed && !bytecode::read_varint(bytes_, at_, n)) failed = true;
    return failed ? 0 : n;
  }
  uint64_t hash() {
    std::string_view raw = take(sizeof(uint64_t));
    uint64_t n = 0;
    if (!failed) raw.copy(reinterpret_cast<char*>(&n), sizeof n);
    return n;
  }
  std::string text() { return std::string(take(number())); }
  template <class T, class F>
  void list(std::vector<T>& items, F&& read) {
    uint64_t count = number();
    if (count > bytes_.size() - at_) failed = true;  // an item takes a byte at least
    for (; count > 0 && !failed; --count) {
      items.emplace_back();
      read(items.back());
    }
  }
  bool at_end() const { return at_ == bytes_.size(); }
  bool failed = false;

 private:
  std::string_view take(uint64_t count) {
    if (failed || count > bytes_.size() - at_) {
      failed = true;
      return {};
    }
    std::string_view part = bytes_.substr(at_, count);
    at_ += count;
    return part;
  }
  std::string_view bytes_;
  size_t at_ = 0;
};

}  // namespace clj::incremental

// Value: one 8-byte word that holds any Clojure value.
//
// The encoding is a NaN box with unmasked pointers (a heap access costs no decoding):
//
//   0                                   nil
//   8, 16, 24                           false, true, the internal "absent" marker
//   0x0000'pppp'pppp'pppp (>= 32)       pointer to a heap Object, 16-byte aligned
//   0x0001'kkkk'vvvv'vvvv               immediate: kind k (ImmediateKind), 32-bit payload v
//   0x0002'... to 0xFFFA'...            double, its bits plus 2^49
//   0xFFFC'... to 0xFFFF'...            long in [-2^49, 2^49), stored as n - 2^49
//
// Longs are biased, not masked: the signed word is n - 2^49, so words of two longs compare
// like the longs, and a + b + 2^49 is the sum's word unless it falls below kLongTag.
// A wider long is a BoxedLong object; nobody above numbers.h can tell.
//
// Threads  Plain data. AtomicValue (object.h) is for shared mutable slots.
// Design   docs/value.md
#pragma once
#include <bit>
#include <cstddef>
#include <cstdint>

namespace clj {

struct Object;

enum class ImmediateKind : uint16_t { kChar, kInteger, kShort, kByte, kFloat };

class Value {
 public:
  static constexpr uint64_t kNilBits = 0, kFalseBits = 8, kTrueBits = 16, kAbsentBits = 24;
  static constexpr uint64_t kFirstObject = 32;
  static constexpr uint64_t kImmediateTag = uint64_t{1} << 48;
  static constexpr uint64_t kDoubleOffset = uint64_t{1} << 49;
  static constexpr uint64_t kLongTag = uint64_t{0xFFFC} << 48;
  static constexpr int64_t kLongBias = int64_t{1} << 49;
  static constexpr int64_t kMinInlineLong = -kLongBias, kMaxInlineLong = kLongBias - 1;

  constexpr Value() = default;
  static constexpr Value from_bits(uint64_t bits) { return Value(bits); }
  static constexpr Value nil() { return Value(kNilBits); }
  static constexpr Value boolean(bool b) { return Value(b ? kTrueBits : kFalseBits); }
  // "No value here": a missing argument or a failed lookup. Never visible to programs.
  static constexpr Value absent() { return Value(kAbsentBits); }
  static Value object(const Object* object) { return Value(reinterpret_cast<uint64_t>(object)); }
  // Precondition: fits_inline(n). make_long in core/numbers.h takes every long.
  static constexpr Value inline_long(int64_t n) {
    return Value(static_cast<uint64_t>(n) - static_cast<uint64_t>(kLongBias));
  }
  static constexpr bool fits_inline(int64_t n) {
    return static_cast<uint64_t>(n) + static_cast<uint64_t>(kLongBias) < 2 * static_cast<uint64_t>(kLongBias);
  }
  static constexpr Value dbl(double d) {
    return d == d ? Value(std::bit_cast<uint64_t>(d) + kDoubleOffset)
                  : Value((uint64_t{0x7FF8} << 48) + kDoubleOffset);
  }
  static constexpr Value character(char16_t c) { return immediate(ImmediateKind::kChar, c); }
  static constexpr Value immediate(ImmediateKind kind, uint32_t payload) {
    return Value(kImmediateTag | static_cast<uint64_t>(kind) << 32 | payload);
  }

  constexpr uint64_t bits() const { return bits_; }
  constexpr bool is_nil() const { return bits_ == kNilBits; }
  constexpr bool is_absent() const { return bits_ == kAbsentBits; }
  constexpr bool truthy() const { return bits_ > kFalseBits; }
  constexpr bool is_boolean() const { return (bits_ & ~uint64_t{24}) == 0 && bits_ != 0 && bits_ != 24; }
  constexpr bool is_true() const { return bits_ == kTrueBits; }
  constexpr bool is_false() const { return bits_ == kFalseBits; }
  constexpr bool is_object() const { return bits_ - kFirstObject < kImmediateTag - kFirstObject; }
  constexpr bool is_inline_long() const { return bits_ >= kLongTag; }
  constexpr bool is_double() const { return bits_ - kDoubleOffset < kLongTag - kDoubleOffset; }
  constexpr bool is_immediate() const { return bits_ >> 48 == 1; }
  constexpr bool is_immediate(ImmediateKind kind) const {
    return bits_ >> 32 == (uint64_t{1} << 16 | static_cast<uint64_t>(kind));
  }
  constexpr bool is_character() const { return is_immediate(ImmediateKind::kChar); }

  Object* as_object() const { return reinterpret_cast<Object*>(bits_); }
  constexpr int64_t as_inline_long() const {
    return static_cast<int64_t>(bits_ + static_cast<uint64_t>(kLongBias));
  }
  constexpr double as_double() const { return std::bit_cast<double>(bits_ - kDoubleOffset); }
  constexpr char16_t as_character() const { return static_cast<char16_t>(bits_); }
  constexpr uint32_t payload() const { return static_cast<uint32_t>(bits_); }
  constexpr ImmediateKind immediate_kind() const { return static_cast<ImmediateKind>(bits_ >> 32); }

  // The same word: Clojure's `identical?` for everything but boxed numbers.
  friend constexpr bool operator==(Value a, Value b) { return a.bits_ == b.bits_; }

 private:
  constexpr explicit Value(uint64_t bits) : bits_(bits) {}
  uint64_t bits_ = 0;
};
static_assert(sizeof(Value) == 8);

}  // namespace clj

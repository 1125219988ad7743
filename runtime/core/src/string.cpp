#include <algorithm>
#include <cstring>

#include "clj/base/utf8.h"
#include "clj/core/error.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/gc/heap.h"
#include "latin1_units.h"

namespace clj {

namespace {

constexpr size_t kMaxLength = 0x7FFFFFF7;  // the JVM's own limit on array lengths

String* allocate(size_t length, bool utf16) {
  if (length > kMaxLength) throw_error(Error::kOutOfMemory, "Requested array size exceeds VM limit");
  auto* string = gc::make<String>(utf16 ? length * 2 : length);
  string->length = static_cast<uint32_t>(length);
  if (utf16) string->set_flag(String::kUtf16);
  return string;
}

// Calls f(a's units, b's units) with the pointer types the two representations have.
template <class F>
auto with_units(const String* a, F f) {
  return a->is_utf16() ? f(a->utf16()) : f(a->latin1());
}
template <class F>
auto with_units(const String* a, const String* b, F f) {
  return with_units(a, [&](auto* x) { return with_units(b, [&](auto* y) { return f(x, y); }); });
}

template <class A, class B>
bool same_units(const A* a, const B* b, size_t n) {
  if constexpr (sizeof(A) == sizeof(B)) return std::memcmp(a, b, n * sizeof(A)) == 0;
  return std::equal(a, a + n, b);
}

}  // namespace

Value make_string(std::string_view utf8) {
  size_t ascii = utf8::ascii_prefix(utf8);
  if (ascii == utf8.size()) {
    return make_string_latin1(reinterpret_cast<const uint8_t*>(utf8.data()), utf8.size());
  }
  std::u16string wide = utf8::to_utf16(utf8);
  return make_string_utf16(wide.data(), wide.size());
}

Value make_string_latin1(const uint8_t* chars, size_t length) {
  if (length == 0 && roots.empty_string.is_object()) return roots.empty_string;
  String* string = allocate(length, false);
  if (length != 0) std::memcpy(string->latin1(), chars, length);
  return Value::object(string);
}

Value make_string_utf16(const char16_t* units, size_t length) {
  if (length == 0) return make_string_latin1(nullptr, 0);
  bool narrow = fits_latin1(units, length);
  String* string = allocate(length, !narrow);
  if (narrow) {
    narrow_units(units, length, string->latin1());
  } else {
    std::memcpy(string->utf16(), units, length * 2);
  }
  return Value::object(string);
}

std::string to_utf8(const String* string) {
  if (string->is_utf16()) return utf8::from_utf16(string->utf16(), string->length);
  auto* chars = reinterpret_cast<const char*>(string->latin1());
  size_t ascii = utf8::ascii_prefix({chars, string->length});
  std::string out(chars, ascii);
  for (size_t i = ascii; i < string->length; ++i) utf8::append(out, string->latin1()[i]);
  return out;
}
std::string to_utf8(Value string) { return to_utf8(as_string(string)); }

uint32_t java_hash(const String* string) {
  uint32_t hash = string->cached_hash();
  if (hash != 0) return hash;
  with_units(string, [&](auto* units) {
    uint32_t i = 0;
    // Four at a time: one multiplication of the hash, on which the next step waits, instead of four.
    for (; i + 4 <= string->length; i += 4) {
      hash = hash * (31 * 31 * 31 * 31) + units[i] * (31u * 31 * 31) + units[i + 1] * (31u * 31) + units[i + 2] * 31u + units[i + 3];
    }
    for (; i < string->length; ++i) hash = hash * 31 + units[i];
  });
  const_cast<String*>(string)->cache_hash(hash);
  return hash;
}

bool equal(const String* a, const String* b) {
  if (a == b) return true;
  if (a->length != b->length || a->is_utf16() != b->is_utf16()) return false;
  uint32_t ha = a->cached_hash(), hb = b->cached_hash();
  if (ha != hb && ha != 0 && hb != 0) return false;
  return with_units(a, b, [&](auto* x, auto* y) { return same_units(x, y, a->length); });
}

int compare(const String* a, const String* b) {
  uint32_t n = std::min(a->length, b->length);
  return with_units(a, b, [&](auto* x, auto* y) -> int {
    for (uint32_t i = 0; i < n; ++i) {
      if (x[i] != y[i]) return static_cast<int>(x[i]) - static_cast<int>(y[i]);
    }
    return static_cast<int>(a->length - b->length);
  });
}

void throw_string_index(const String* string, int64_t index) {
  if (string->is_utf16()) {
    throw_errorf(Error::kStringIndexOutOfBounds, "index %ld, length %u", static_cast<long>(index), string->length);
  }
  throw_errorf(Error::kStringIndexOutOfBounds, "String index out of range: %ld", static_cast<long>(index));
}

Value substring(const String* string, uint32_t from, uint32_t to) {
  if (from > to || to > string->length) {
    throw_errorf(Error::kStringIndexOutOfBounds, "begin %d, end %d, length %d", static_cast<int>(from),
                 static_cast<int>(to), static_cast<int>(string->length));
  }
  if (from == 0 && to == string->length) return Value::object(string);
  return string->is_utf16() ? make_string_utf16(string->utf16() + from, to - from)
                            : make_string_latin1(string->latin1() + from, to - from);
}

Value concat(const String* a, const String* b) {
  if (a->length == 0) return Value::object(b);
  if (b->length == 0) return Value::object(a);
  bool wide = a->is_utf16() || b->is_utf16();
  String* string = allocate(static_cast<size_t>(a->length) + b->length, wide);
  with_units(a, b, [&](auto* x, auto* y) {
    if (wide) {
      std::copy(y, y + b->length, std::copy(x, x + a->length, string->utf16()));
    } else {
      std::copy(y, y + b->length, std::copy(x, x + a->length, string->latin1()));
    }
  });
  return Value::object(string);
}

int64_t index_of(const String* haystack, const String* needle, int64_t from) {
  int64_t n = haystack->length, m = needle->length;
  from = std::clamp<int64_t>(from, 0, n);
  if (m == 0) return from;
  if (needle->is_utf16() && !haystack->is_utf16()) return -1;
  return with_units(haystack, needle, [&](auto* x, auto* y) -> int64_t {
    for (int64_t i = from; i + m <= n; ++i) {
      if constexpr (sizeof(*x) == 1) {
        auto* hit = static_cast<const uint8_t*>(std::memchr(x + i, static_cast<int>(y[0]), n - m + 1 - i));
        if (!hit) return -1;
        i = hit - x;
      } else if (x[i] != y[0]) {
        continue;
      }
      if (same_units(x + i, y, m)) return i;
    }
    return -1;
  });
}

int64_t last_index_of(const String* haystack, const String* needle, int64_t from) {
  int64_t n = haystack->length, m = needle->length;
  return with_units(haystack, needle, [&](auto* x, auto* y) -> int64_t {
    for (int64_t i = std::min(from, n - m); i >= 0; --i) {
      if (same_units(x + i, y, m)) return i;
    }
    return -1;
  });
}

}  // namespace clj

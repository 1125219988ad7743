#include "clj/core/uuid.h"

#include <cstdio>
#include <vector>

#include "clj/core/error.h"
#include "clj/core/text.h"
#include "clj/gc/heap.h"

namespace clj {

Value make_uuid(uint64_t high, uint64_t low) {
  auto* uuid = gc::make<Uuid>();
  uuid->high = high;
  uuid->low = low;
  return Value::object(uuid);
}

namespace {

// Hexadecimal with an optional sign, as Long.parseLong(part, 16).
uint64_t parse_part(std::string_view part) {
  size_t i = 0;
  bool negative = !part.empty() && part[0] == '-';
  if (negative || (!part.empty() && part[0] == '+')) ++i;
  if (i == part.size()) throw_error(Error::kNumberFormat, part);
  uint64_t value = 0;
  for (; i < part.size(); ++i) {
    char c = part[i];
    int digit = c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
    if (digit < 0)
      throw_errorf(Error::kNumberFormat, "Error at index %zu in: \"%.*s\"", i, static_cast<int>(part.size()),
                   part.data());
    if (value >> 59)
      throw_errorf(Error::kNumberFormat, "For input string: \"%.*s\"", static_cast<int>(part.size()), part.data());
    value = value << 4 | static_cast<uint64_t>(digit);
  }
  return negative ? 0 - value : value;
}

}  // namespace

Value read_uuid(Value form) {
  if (!is_string(form)) throw_error(Error::kAssertionError, "Assert failed: (string? form)");
  return parse_uuid(form);
}

Value parse_uuid(Value string) {
  std::string text = to_utf8(string);
  if (as_string(string)->length > 36) throw_error(Error::kIllegalArgument, "UUID string too large");
  std::vector<std::string_view> parts;
  std::string_view rest = text;
  for (size_t dash; (dash = rest.find('-')) != rest.npos; rest.remove_prefix(dash + 1))
    parts.push_back(rest.substr(0, dash));
  parts.push_back(rest);
  if (parts.size() != 5) throw_error(Error::kIllegalArgument, "Invalid UUID string: " + text);
  uint64_t high = (parse_part(parts[0]) & 0xFFFFFFFF) << 32;
  high |= (parse_part(parts[1]) & 0xFFFF) << 16;
  high |= parse_part(parts[2]) & 0xFFFF;
  uint64_t low = (parse_part(parts[3]) & 0xFFFF) << 48;
  low |= parse_part(parts[4]) & 0xFFFFFFFFFFFF;
  return make_uuid(high, low);
}

std::string uuid_text(const Uuid* uuid) {
  char text[40];
  snprintf(text, sizeof text, "%08x-%04x-%04x-%04x-%012llx", static_cast<uint32_t>(uuid->high >> 32),
           static_cast<uint32_t>(uuid->high >> 16 & 0xFFFF), static_cast<uint32_t>(uuid->high & 0xFFFF),
           static_cast<uint32_t>(uuid->low >> 48), static_cast<unsigned long long>(uuid->low & 0xFFFFFFFFFFFF));
  return text;
}

}  // namespace clj

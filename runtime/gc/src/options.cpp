#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "clj/gc/heap.h"

namespace clj::gc {

namespace {

bool parse_number(std::string_view text, uint64_t& out) {
  if (text.empty() || text[0] < '0' || text[0] > '9') return false;
  uint64_t n = 0;
  size_t i = 0;
  for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
    if (n > UINT64_MAX / 10 - 1) return false;
    n = n * 10 + static_cast<uint64_t>(text[i] - '0');
  }
  unsigned shift = 0;
  if (i < text.size()) {
    switch (text[i] | 0x20) {
      case 'k': shift = 10; break;
      case 'm': shift = 20; break;
      case 'g': shift = 30; break;
      default: return false;
    }
    ++i;
  }
  if (i != text.size() || n > UINT64_MAX >> shift) return false;
  out = n << shift;
  return true;
}

}  // namespace

bool parse_options(const char* text, Options& options, std::string& error) {
  std::string_view rest = text;
  while (!rest.empty()) {
    std::string_view item = rest.substr(0, rest.find(','));
    rest.remove_prefix(item.size() < rest.size() ? item.size() + 1 : item.size());
    if (item.empty()) continue;
    std::string_view name = item.substr(0, item.find('='));
    uint64_t number = 1;
    if (name.size() < item.size() && !parse_number(item.substr(name.size() + 1), number)) {
      error = "The collector option '" + std::string(item) + "' needs a number, with k, m or g after it if it is a size.";
      return false;
    }
    bool known = false;
#define CLJ_GC_OPTION(type, field, initial, help) \
  if (name == #field) {                           \
    options.field = static_cast<type>(number);    \
    known = true;                                 \
  }
#include "clj/gc/options.def"
#undef CLJ_GC_OPTION
    if (!known) {
      error = "There is no collector option '" + std::string(name) + "'. The options are:";
#define CLJ_GC_OPTION(type, field, initial, help) error += " " #field;
#include "clj/gc/options.def"
#undef CLJ_GC_OPTION
      return false;
    }
  }
  return true;
}

}  // namespace clj::gc

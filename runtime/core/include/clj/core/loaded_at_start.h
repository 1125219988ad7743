// The rows of loaded_at_start.def.
#pragma once
#include <string_view>

namespace clj {

enum class ShownAtStart { kAtOnce, kWhenNamed };
struct LoadedAtStart {
  std::string_view name;
  ShownAtStart shown;
};
inline constexpr LoadedAtStart kLoadedAtStart[] = {
#define CLJ_LOADED_AT_START(name, shown) {name, ShownAtStart::shown},
#include "clj/core/loaded_at_start.def"
#undef CLJ_LOADED_AT_START
};

}  // namespace clj

// A finding: one thing that a rule has to say about one place.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace clj::lint {

enum class Level : uint8_t { kOff, kInfo, kWarning, kError };
const char* level_name(Level level);  // "off", "info", "warning", "error"
// False when `name` is none.
bool parse_level(const std::string& name, Level& level);

// Where something is: 1-based, columns in UTF-16 units as the reader counts; a line of 0 is
// unknown. The end is the first column after it, or 0.
struct Place {
  uint32_t line = 0, column = 0, end_line = 0, end_column = 0;
};

struct Finding {
  std::string file;
  Place place;
  Level level;
  const char* rule;
  std::string message;
  std::string source_line;  // the text of place.line, without its newline
};

// What rules there are, as rules.def lists them.
struct RuleInfo {
  const char* name;
  Level level;
  const char* summary;
};
const std::vector<RuleInfo>& all_rules();

}  // namespace clj::lint

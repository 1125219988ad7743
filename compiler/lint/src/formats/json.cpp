#include "clj/lint/json.h"

#include <cstdio>

#include "formats.h"

namespace clj::lint {

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          char escaped[8];
          std::snprintf(escaped, sizeof escaped, "\\u%04x", c);
          out += escaped;
        } else {
          out += c;
        }
    }
  }
  return out + "\"";
}

std::string render_json(const std::vector<Finding>& findings) {
  std::string out = "[";
  const char* separator = "\n";
  for (const Finding& finding : findings) {
    out += separator;
    out += "  {\"file\": " + json_string(finding.file) + ", \"line\": " + std::to_string(finding.place.line) +
           ", \"column\": " + std::to_string(finding.place.column) +
           ", \"endLine\": " + std::to_string(finding.place.end_line) +
           ", \"endColumn\": " + std::to_string(finding.place.end_column) + ", \"level\": \"" +
           level_name(finding.level) + "\", \"rule\": \"" + finding.rule + "\", \"message\": " +
           json_string(finding.message) + "}";
    separator = ",\n";
  }
  return out + (findings.empty() ? "]\n" : "\n]\n");
}

}  // namespace clj::lint

#include "formats.h"
#include "clj/lint/json.h"

namespace clj::lint {

std::string render_edn(const std::vector<Finding>& findings) {
  std::string out = "[";
  const char* separator = "";
  for (const Finding& finding : findings) {
    out += separator;
    out += "{:file " + json_string(finding.file) + ", :line " + std::to_string(finding.place.line) + ", :column " +
           std::to_string(finding.place.column) + ", :end-line " + std::to_string(finding.place.end_line) +
           ", :end-column " + std::to_string(finding.place.end_column) + ", :level :" + level_name(finding.level) +
           ", :rule :" + finding.rule + ", :message " + json_string(finding.message) + "}";
    separator = "\n ";
  }
  return out + "]\n";
}

}  // namespace clj::lint

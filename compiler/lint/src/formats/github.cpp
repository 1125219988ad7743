// Workflow commands of GitHub Actions: annotations at the lines of a change.
#include "formats.h"

namespace clj::lint {
namespace {

std::string escaped(const std::string& text, bool is_property) {
  std::string out;
  for (char c : text) {
    if (c == '%') out += "%25";
    else if (c == '\n') out += "%0A";
    else if (c == '\r') out += "%0D";
    else if (is_property && c == ':') out += "%3A";
    else if (is_property && c == ',') out += "%2C";
    else out += c;
  }
  return out;
}

}  // namespace

std::string render_github(const std::vector<Finding>& findings) {
  std::string out;
  for (const Finding& finding : findings) {
    const char* command = finding.level == Level::kError     ? "error"
                          : finding.level == Level::kWarning ? "warning"
                                                             : "notice";
    out += std::string("::") + command + " file=" + escaped(finding.file, true) +
           ",line=" + std::to_string(finding.place.line) + ",col=" + std::to_string(finding.place.column) +
           ",title=" + finding.rule + "::" + escaped(finding.message, false) + "\n";
  }
  return out;
}

}  // namespace clj::lint

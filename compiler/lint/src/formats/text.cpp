// For people: file:line:col: level: message [rule], on a terminal with the line and a caret.

#include "formats.h"

namespace clj::lint {
namespace {

constexpr const char *kBold = "\033[1m", *kRed = "\033[1;31m", *kYellow = "\033[1;33m", *kBlue = "\033[34m",
                     *kGreen = "\033[1;32m", *kReset = "\033[0m";

// The bytes before a column, which counts UTF-16 units, with everything but tabs as a space.
std::string indentation(const std::string& line, uint32_t column) {
  std::string out;
  uint32_t units = 1;
  for (size_t i = 0; i < line.size() && units < column; ++i) {
    auto byte = static_cast<unsigned char>(line[i]);
    if ((byte & 0xC0) == 0x80) continue;  // inside a character
    units += byte >= 0xF0 ? 2 : 1;
    out += line[i] == '\t' ? '\t' : ' ';
  }
  return out;
}

}  // namespace

std::string render_text(const std::vector<Finding>& findings, const TextStyle& style) {
  std::string out;
  auto coloured = [&](const char* code, const std::string& text) {
    out += style.colour ? code + text + kReset : text;
  };
  for (const Finding& finding : findings) {
    coloured(kBold, finding.file + ":" + std::to_string(finding.place.line) + ":" +
                        std::to_string(finding.place.column) + ":");
    out += " ";
    coloured(finding.level == Level::kError ? kRed : kYellow, std::string(level_name(finding.level)) + ":");
    out += " " + finding.message + " [" + finding.rule + "]\n";
    if (!style.source || finding.source_line.empty()) continue;
    std::string number = std::to_string(finding.place.line);
    coloured(kBlue, " " + number + " | ");
    out += finding.source_line + "\n";
    coloured(kBlue, std::string(number.size() + 1, ' ') + " | ");
    bool one_line = finding.place.end_line == finding.place.line && finding.place.end_column > finding.place.column;
    uint32_t length = one_line ? finding.place.end_column - finding.place.column : 1;
    coloured(kGreen, indentation(finding.source_line, finding.place.column) + "^" + std::string(length - 1, '~'));
    out += "\n";
  }
  return out;
}

}  // namespace clj::lint

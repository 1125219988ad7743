// Findings as text for people and in the formats that editors and build servers read.
#pragma once
#include <string>
#include <vector>

#include "clj/lint/finding.h"

namespace clj::lint {

enum class Format : uint8_t { kText, kEdn, kJson, kSarif, kGithub };
// False when `name` is none of text, edn, json, sarif, github.
bool parse_format(const std::string& name, Format& format);

struct TextStyle {
  bool source = false;  // show the source line with a caret below the place
  bool colour = false;
};
// The whole report; "" of text and github when there is nothing to say.
std::string render(const std::vector<Finding>& findings, Format format, const TextStyle& style);

}  // namespace clj::lint

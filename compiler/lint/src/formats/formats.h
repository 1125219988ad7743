// The formats, one function and file each.
#pragma once
#include <string>
#include <vector>

#include "clj/lint/report.h"

namespace clj::lint {

std::string render_text(const std::vector<Finding>& findings, const TextStyle& style);
std::string render_edn(const std::vector<Finding>& findings);
std::string render_json(const std::vector<Finding>& findings);
std::string render_sarif(const std::vector<Finding>& findings);
std::string render_github(const std::vector<Finding>& findings);

}  // namespace clj::lint

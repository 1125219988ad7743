// SARIF 2.1.0, the format of code scanning services.
#include <algorithm>

#include "formats.h"
#include "clj/lint/json.h"

namespace clj::lint {
namespace {

const char* sarif_level(Level level) {
  return level == Level::kError ? "error" : level == Level::kWarning ? "warning" : "note";
}

}  // namespace

std::string render_sarif(const std::vector<Finding>& findings) {
  std::string rules, results;
  for (const RuleInfo& rule : all_rules()) {
    rules += std::string(rules.empty() ? "" : ",") + "\n            {\"id\": \"" + rule.name +
             "\", \"shortDescription\": {\"text\": " + json_string(rule.summary) + "}}";
  }
  for (const Finding& finding : findings) {
    results += std::string(results.empty() ? "" : ",") + "\n        {\"ruleId\": \"" + finding.rule + "\", \"level\": \"" +
               sarif_level(finding.level) + "\", \"message\": {\"text\": " + json_string(finding.message) +
               "}, \"locations\": [{\"physicalLocation\": {\"artifactLocation\": {\"uri\": " + json_string(finding.file) +
               "}, \"region\": {\"startLine\": " + std::to_string(std::max(finding.place.line, 1u)) +
               ", \"startColumn\": " + std::to_string(std::max(finding.place.column, 1u)) + "}}}]}";
  }
  return "{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n  \"version\": \"2.1.0\",\n"
         "  \"runs\": [\n    {\n      \"tool\": {\n        \"driver\": {\n          \"name\": \"cljc check\",\n"
         "          \"rules\": [" + rules + "\n          ]\n        }\n      },\n      \"results\": [" + results +
         (results.empty() ? "]" : "\n      ]") + "\n    }\n  ]\n}\n";
}

}  // namespace clj::lint

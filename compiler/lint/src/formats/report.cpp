#include "clj/lint/report.h"

#include "formats.h"

namespace clj::lint {

bool parse_format(const std::string& name, Format& format) {
  static constexpr struct {
    const char* name;
    Format format;
  } formats[] = {{"text", Format::kText}, {"edn", Format::kEdn}, {"json", Format::kJson}, {"sarif", Format::kSarif},
                 {"github", Format::kGithub}};
  for (const auto& known : formats) {
    if (name != known.name) continue;
    format = known.format;
    return true;
  }
  return false;
}

std::string render(const std::vector<Finding>& findings, Format format, const TextStyle& style) {
  switch (format) {
    case Format::kText: return render_text(findings, style);
    case Format::kEdn: return render_edn(findings);
    case Format::kJson: return render_json(findings);
    case Format::kSarif: return render_sarif(findings);
    case Format::kGithub: return render_github(findings);
  }
  return "";
}

}  // namespace clj::lint

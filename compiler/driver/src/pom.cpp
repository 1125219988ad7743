#include "pom.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <memory>

#include "clj/base/file.h"

namespace clj::driver {
namespace {

// An element of the POM: its text, and its children. Attributes and comments mean nothing here.
struct Element {
  std::string name, text;
  std::vector<std::unique_ptr<Element>> children;

  const Element* child(const std::string& wanted) const {
    for (const auto& element : children) {
      if (element->name == wanted) return element.get();
    }
    return nullptr;
  }
  std::string child_text(const std::string& wanted) const {
    const Element* found = child(wanted);
    return found == nullptr ? "" : found->text;
  }
};

std::string trimmed(const std::string& text) {
  size_t from = text.find_first_not_of(" \t\r\n"), to = text.find_last_not_of(" \t\r\n");
  return from == std::string::npos ? "" : text.substr(from, to - from + 1);
}

// A forgiving reader of the XML that POM files are: what is ill-formed ends the document.
class XmlReader {
 public:
  explicit XmlReader(const std::string& text) : text_(text) {}

  std::unique_ptr<Element> document() {
    auto root = std::make_unique<Element>();
    std::vector<Element*> open{root.get()};
    while (at_ < text_.size()) {
      size_t tag = text_.find('<', at_);
      if (tag == std::string::npos) break;
      open.back()->text += text_.substr(at_, tag - at_);
      at_ = tag;
      if (skip("<!--", "-->") || skip("<?", "?>") || skip("<!", ">")) continue;
      size_t end = text_.find('>', at_);
      if (end == std::string::npos) break;
      std::string inside = text_.substr(at_ + 1, end - at_ - 1);
      at_ = end + 1;
      if (!inside.empty() && inside[0] == '/') {
        open.back()->text = trimmed(open.back()->text);
        if (open.size() > 1) open.pop_back();
        continue;
      }
      bool is_empty = !inside.empty() && inside.back() == '/';
      auto element = std::make_unique<Element>();
      element->name = inside.substr(0, inside.find_first_of(" \t\r\n/"));
      Element* made = element.get();
      open.back()->children.push_back(std::move(element));
      constexpr size_t kDeepest = 200;
      if (!is_empty && open.size() < kDeepest) open.push_back(made);
    }
    return root;
  }

 private:
  bool skip(const char* begin, const char* end) {
    if (text_.compare(at_, std::char_traits<char>::length(begin), begin) != 0) return false;
    size_t found = text_.find(end, at_);
    at_ = found == std::string::npos ? text_.size() : found + std::char_traits<char>::length(end);
    return true;
  }
  const std::string& text_;
  size_t at_ = 0;
};

// A POM with what it inherits.
struct Pom {
  std::map<std::string, std::string> properties;
  std::map<std::string, std::string> managed;  // "group/name": version
  std::vector<const Element*> dependencies;
  std::vector<std::unique_ptr<Element>> documents;

  std::string resolved(std::string text) const {
    for (int round = 0; round < 20; ++round) {
      size_t from = text.find("${");
      size_t to = from == std::string::npos ? from : text.find('}', from);
      if (to == std::string::npos) break;
      auto found = properties.find(text.substr(from + 2, to - from - 2));
      if (found == properties.end()) break;
      text.replace(from, to - from + 1, found->second);
    }
    return text;
  }
};

// Reads the artifact's POM and those of its parents; what is nearer wins.
void read_pom(const std::string& repository, const MavenArtifact& artifact, int depth, Pom& pom) {
  std::string text;
  constexpr int kMostParents = 20;
  if (depth > kMostParents || !read_file(artifact.path(repository, ".pom"), text)) return;
  std::unique_ptr<Element> document = XmlReader(text).document();
  const Element* project = document->child("project");
  if (project == nullptr) return;
  const Element* parent = project->child("parent");
  auto own = [&](const char* what) {
    std::string value = project->child_text(what);
    return value.empty() && parent != nullptr ? parent->child_text(what) : value;
  };
  for (const char* prefix : {"project.", "pom.", ""}) {
    for (const char* what : {"groupId", "version"}) pom.properties.try_emplace(std::string(prefix) + what, own(what));
    pom.properties.try_emplace(std::string(prefix) + "artifactId", project->child_text("artifactId"));
  }
  if (const Element* properties = project->child("properties")) {
    for (const auto& property : properties->children) pom.properties.try_emplace(property->name, property->text);
  }
  const Element* management = project->child("dependencyManagement");
  if (const Element* managed = management == nullptr ? nullptr : management->child("dependencies")) {
    for (const auto& entry : managed->children) {
      pom.managed.try_emplace(entry->child_text("groupId") + "/" + entry->child_text("artifactId"), entry->child_text("version"));
    }
  }
  if (const Element* dependencies = project->child("dependencies")) {
    for (const auto& entry : dependencies->children) pom.dependencies.push_back(entry.get());
  }
  if (parent != nullptr) {
    MavenArtifact above{pom.resolved(parent->child_text("groupId")), pom.resolved(parent->child_text("artifactId")),
                        pom.resolved(parent->child_text("version")), {}};
    read_pom(repository, above, depth + 1, pom);
  }
  pom.documents.push_back(std::move(document));
}

}  // namespace

std::string MavenArtifact::path(const std::string& repository, const std::string& extension) const {
  std::string folder = group, file = name, classifier;
  std::replace(folder.begin(), folder.end(), '.', '/');
  if (size_t dollar = file.find('$'); dollar != std::string::npos) {
    if (extension != ".pom") classifier = "-" + file.substr(dollar + 1);
    file.resize(dollar);
  }
  return repository + "/" + folder + "/" + file + "/" + version + "/" + file + "-" + version + classifier + extension;
}

std::vector<MavenArtifact> pom_dependencies(const std::string& repository, const MavenArtifact& artifact) {
  Pom pom;
  read_pom(repository, artifact, 0, pom);
  std::vector<MavenArtifact> found;
  for (const Element* entry : pom.dependencies) {
    std::string scope = entry->child_text("scope"), type = entry->child_text("type");
    if (scope == "test" || scope == "provided" || scope == "system" || entry->child_text("optional") == "true") continue;
    if (!type.empty() && type != "jar") continue;
    MavenArtifact dependency{pom.resolved(entry->child_text("groupId")), pom.resolved(entry->child_text("artifactId")),
                             pom.resolved(entry->child_text("version")), {}};
    if (dependency.version.empty()) {
      auto managed = pom.managed.find(dependency.group + "/" + dependency.name);
      if (managed != pom.managed.end()) dependency.version = pom.resolved(managed->second);
    }
    if (std::string classifier = entry->child_text("classifier"); !classifier.empty()) dependency.name += "$" + classifier;
    if (const Element* exclusions = entry->child("exclusions")) {
      for (const auto& exclusion : exclusions->children) {
        dependency.exclusions.insert(exclusion->child_text("groupId") + "/" + exclusion->child_text("artifactId"));
      }
    }
    found.push_back(std::move(dependency));
  }
  return found;
}

int compare_versions(const std::string& a, const std::string& b) {
  auto part = [](const std::string& text, size_t& at) {
    while (at < text.size() && (text[at] == '.' || text[at] == '-' || text[at] == '_')) ++at;
    size_t from = at;
    bool digits = at < text.size() && std::isdigit(static_cast<unsigned char>(text[at]));
    while (at < text.size() && text[at] != '.' && text[at] != '-' && text[at] != '_' &&
           (std::isdigit(static_cast<unsigned char>(text[at])) != 0) == digits) {
      ++at;
    }
    return text.substr(from, at - from);
  };
  // Before a release: alpha < beta < milestone < rc < snapshot < nothing < anything else.
  auto rank = [](std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    static const char* const order[] = {"alpha", "beta", "milestone", "rc", "snapshot", ""};
    for (int i = 0; i < 6; ++i) {
      if (text == order[i]) return i;
    }
    return std::isdigit(static_cast<unsigned char>(text[0])) != 0 ? 8 : 7;
  };
  size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    std::string left = part(a, i), right = part(b, j);
    if (left == right) continue;
    int order = rank(left) - rank(right);
    if (left == "0" || right == "0") order = left.empty() || right.empty() ? 0 : order;
    if (order != 0) return order;
    if (rank(left) == 8 && rank(right) == 8) {
      auto significant = [](std::string digits) { return digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1)); };
      left = significant(left), right = significant(right);
      if (left.size() != right.size()) return left.size() < right.size() ? -1 : 1;
    }
    if (int text = left.compare(right); text != 0 && !left.empty() && !right.empty()) return text;
  }
  return 0;
}

}  // namespace clj::driver

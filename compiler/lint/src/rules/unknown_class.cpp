// Host classes that this runtime does not have, once per file and class: where it is imported,
// or else where it is used first. Classes that the project defines may come later.
#include <set>
#include <unordered_set>

#include "../rule.h"
#include "clj/core/type.h"

namespace clj::lint {
namespace {

using namespace analyze;

class UnknownClass : public Rule {
 public:
  void node(Context& context, const Node& node, const NodePath&) override {
    switch (node.kind) {
      case NodeKind::kDeftype: known_.insert(to_utf8(as<DeftypeNode>(&node).name)); return;
      case NodeKind::kNew: return used(context, node, as<NewNode>(&node).cls);
      case NodeKind::kStaticCall: return used(context, node, as<StaticCallNode>(&node).cls);
      case NodeKind::kStaticField:
        if (member_of(node) != "interface") used(context, node, as<StaticFieldNode>(&node).cls);
        return;
      case NodeKind::kImport: return imported(context, node, to_utf8(as<ImportNode>(&node).name));
      default: return;
    }
  }
  void project_end(Engine& engine) override {
    for (const Use& use : uses_) {
      if (known_.count(use.cls) != 0 || !find_class(use.cls).is_nil()) continue;
      if (!told_.insert({use.file, use.cls}).second) continue;
      Context(engine, *use.file).report(*this, use.place, "The class " + use.cls + " does not exist in this runtime.");
    }
  }

 private:
  // `interface` asks for a class that may be missing.
  static std::string member_of(const Node& node) { return symbol_text(as<StaticFieldNode>(&node).member); }
  struct Use {
    SourceFile* file;
    Place place;
    std::string cls;
  };
  void used(Context& context, const Node& node, Value cls) {
    if (is_string(cls)) uses_.push_back({&context.file, context.place_of(node), to_utf8(cls)});
  }
  void imported(Context& context, const Node& node, const std::string& name) {
    Entry* mention = context.file.find_mention(name, "");
    Place place = mention != nullptr ? mention->place : context.place_of(node);
    uses_.push_back({&context.file, place, name});
  }

  std::vector<Use> uses_;
  std::unordered_set<std::string> known_;
  std::set<std::pair<const SourceFile*, std::string>> told_;
};

}  // namespace
CLJ_LINT_DEFINE(unknown_class, UnknownClass)
}  // namespace clj::lint

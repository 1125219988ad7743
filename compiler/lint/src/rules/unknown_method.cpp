// Static members that their class does not have, and instance members that no class of the
// runtime or of the project has: what the target of a call is, is known only when it runs.
#include <algorithm>
#include <unordered_set>

#include "../rule.h"
#include "clj/core/collections.h"
#include "clj/core/host.h"
#include "clj/core/munge.h"
#include "clj/core/roots.h"
#include "clj/core/type.h"

namespace clj::lint {
namespace {

using namespace analyze;

class UnknownMethod : public Rule {
 public:
  void node(Context& context, const Node& node, const NodePath&) override {
    switch (node.kind) {
      case NodeKind::kStaticCall:
        return check_static(context, node, as<StaticCallNode>(&node).cls, symbol_text(as<StaticCallNode>(&node).member));
      case NodeKind::kStaticField:
        return check_static(context, node, as<StaticFieldNode>(&node).cls, symbol_text(as<StaticFieldNode>(&node).member));
      case NodeKind::kHostCall: {
        std::string member = symbol_text(as<HostCallNode>(&node).member);
        if (is_of_bare_interface(as<HostCallNode>(&node).member)) return;
        calls_.push_back({&context.file, context.place_of(node), member});
        return;
      }
      case NodeKind::kDeftype:
        learn(as<DeftypeNode>(&node).fields);
        return learn(as<DeftypeNode>(&node).method_names);
      case NodeKind::kReify: return learn(as<ReifyNode>(&node).method_names);
      default: return;
    }
  }
  // The methods of protocols and of interfaces, whose signatures the analyzer never meets.
  void list(Context&, const List& list) override {
    bool defines = list.is_core("defprotocol") || list.is_core("definterface") || list.is_core("gen-interface") ||
                   list.is_core("proxy") || list.is_core("gen-class");
    if (!list.written || !defines) return;
    for (size_t i = 1; i < list.items.size(); ++i) {
      Value item = list.items[i];
      if (is_seq(item) && is_symbol(first(item))) known_.insert(munge(symbol_text(first(item))));
    }
  }
  void project_end(Engine& engine) override {
    known_.insert({"__meta", "__extmap"});  // of every record
    for (uint32_t i = 0; i < host_member_count; ++i) known_.insert(munge(host_members[i].name));
    // Those that are written in Clojure.
    for_each_kv(roots.classes_by_name, [&](Value, Value cls) {
      for (Value fields = seq(cast<Class>(cls)->fields); !fields.is_nil(); fields = next(fields)) {
        known_.insert(munge(symbol_text(first(fields))));
      }
      for_each_kv(cast<Class>(cls)->methods.load(), [&](Value name, Value) {
        if (is_symbol(name)) known_.insert(munge(symbol_text(name)));
        return true;
      });
      return true;
    });
    for (const Call& call : calls_) {
      if (known_.count(munge(call.member)) != 0) continue;
      Context(engine, *call.file).report(*this, call.place, "No class of this runtime has a member " + call.member + ".");
    }
  }

 private:
  struct Call {
    SourceFile* file;
    Place place;
    std::string member;
  };

  // A call whose target is hinted with an interface of which no member is known here: those that implement it come from elsewhere,
  // as drivers of java.sql do.
  static bool is_of_bare_interface(Value member) {
    Value hint = meta(member);
    Value tag = hint.is_nil() ? hint : get(hint, roots.kw_tag);
    auto* cls = is_symbol(tag) ? try_cast<Class>(find_class(symbol_text(tag))) : nullptr;
    if (cls == nullptr || !cls->has_flag(Class::kInterface) || !cls->basis_meta.is_nil()) return false;
    Value methods = cls->methods.load();
    std::string name = to_utf8(cls->name);
    bool in_tables = std::any_of(host_members, host_members + host_member_count, [&](const HostMember& row) { return row.class_name == name; });
    return !in_tables && (methods.is_nil() || count(methods) == 0);
  }

  void learn(Value names) {
    for_each(names, [&](Value name) {
      known_.insert(munge(symbol_text(name)));
      return true;
    });
  }

  // A function under a symbol, a field under a keyword.
  static bool has_static_in_clojure(const Class* cls, const std::string& name) {
    Value statics = cls->statics.load(), symbol = make_symbol("", name);
    return !statics.is_nil() && (contains(statics, symbol) || contains(statics, make_keyword(symbol)));
  }

  void check_static(Context& context, const Node& node, Value cls, const std::string& member) {
    auto* known = try_cast<Class>(cls);
    if (known == nullptr || member == "class" || known->has_flag(Class::kDeftype) || known->has_flag(Class::kRecord)) return;
    std::string name = to_utf8(known->name), wanted = member[0] == '.' ? member.substr(1) : member;
    bool in_clojure = member[0] == '.' ? !find_class_method(cls, make_symbol("", wanted)).is_absent()
                                       : has_static_in_clojure(known, wanted);
    if (in_clojure) return;
    for (uint32_t i = 0; i < host_member_count; ++i) {
      // An instance method named in this way may be a superclass's.
      if (wanted == host_members[i].name && (member[0] == '.' || name == host_members[i].class_name)) return;
    }
    Entry* mention = context.file.find_mention(name, member);
    context.report(*this, mention != nullptr ? mention->place : context.place_of(node),
                   "The class " + name + " has no member " + wanted + " in this runtime.");
  }

  std::vector<Call> calls_;
  std::unordered_set<std::string> known_;
};

}  // namespace
CLJ_LINT_DEFINE(unknown_method, UnknownMethod)
}  // namespace clj::lint

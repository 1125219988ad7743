// Calls with a number of arguments that the function does not take: of functions of the project
// and of the library, of functions bound to locals, of keywords; macros and recur through the
// errors of the analyzer.
//
// Vars are judged when everything has been read: a call may stand before its function, and of
// several definitions any may be the one that counts.
#include <unordered_map>

#include "../arities.h"
#include "../rule.h"
#include "clj/core/protocol.h"

namespace clj::lint {
namespace {

using namespace analyze;

class InvalidArity : public Rule {
 public:
  void node(Context& context, const Node& node, const NodePath&) override {
    if (node.kind == NodeKind::kDef) return define(as<DefNode>(&node));
    if (node.kind == NodeKind::kLet) return bind(context, as<LetNode>(&node).locals, as<LetNode>(&node).inits);
    if (node.kind == NodeKind::kLetfn) return bind(context, as<LetfnNode>(&node).locals, as<LetfnNode>(&node).inits);
    if (node.kind == NodeKind::kFn && as<FnNode>(&node).self != nullptr) {
      locals_[context.file][as<FnNode>(&node).self] = arities_of(as<FnNode>(&node));
    }
    if (node.kind == NodeKind::kInvoke) call(context, as<InvokeNode>(&node));
  }
  bool failure(Context& context, const Failure& failure) override {
    static constexpr std::string_view kMacro = "Wrong number of args (", kRecur = "Mismatched argument count to recur";
    if (!failure.message.starts_with(kMacro) && !failure.message.starts_with(kRecur)) return false;
    context.report(*this, failure.place, failure.message + ".");
    return true;
  }
  void form_end(Context& context) override { locals_.take(context.file); }
  void project_end(Engine& engine) override {
    for (const Call& call : calls_) {
      auto defined = defined_.find(call.var.bits());
      bool of_protocol = is_kind(cast<Var>(call.var)->root.load(), Kind::kProtocolFn);
      const Arities arities = defined != defined_.end() && !of_protocol ? defined->second : arities_of_var(call.var);
      if (arities.accepts(call.count)) continue;
      Context(engine, *call.file).report(*this, call.place, message(var_text(cast<Var>(call.var)).substr(2), call.count, arities));
    }
  }

 private:
  struct Call {
    SourceFile* file;
    Place place;
    Value var;  // namespaces keep it
    uint32_t count;
  };

  static std::string message(const std::string& name, uint32_t count, const Arities& arities) {
    return name + " is called with " + std::to_string(count) + (count == 1 ? " argument" : " arguments") + " but takes " +
           arities.text() + ".";
  }

  static Arities arities_of_var(Value var) {
    Value value = cast<Var>(var)->root.load();
    if (!is_kind(value, Kind::kProtocolFn)) return arities_of(value);
    Value m = cast<Var>(var)->meta.load();
    return m.is_nil() ? Arities() : arities_of_arglists(get(m, make_keyword("", "arglists")));
  }

  void define(const DefNode& def) {
    if (def.init == nullptr) return;
    Arities arities = def.init->kind == NodeKind::kFn ? arities_of(as<FnNode>(def.init)) : Arities();
    auto [known, is_new] = defined_.try_emplace(def.var.bits(), arities);
    if (!is_new) known->second.add(arities);
  }

  void bind(Context& context, const LocalList& locals, const NodeList& inits) {
    for (uint32_t i = 0; i < locals.size; ++i) {
      if (inits[i]->kind == NodeKind::kFn) locals_[context.file][locals[i]] = arities_of(as<FnNode>(inits[i]));
    }
  }

  void call(Context& context, const InvokeNode& invoke) {
    const Node* fn = invoke.fn;
    uint32_t count = invoke.args.size;
    if (fn->kind == NodeKind::kVarRef) {
      Value var = as<VarRefNode>(fn).var;
      if (!cast<Var>(var)->is_dynamic() && !context.is_missing_namespace(cast<Var>(var)->ns)) {
        calls_.push_back({&context.file, context.place_of(invoke), var, count});
      }
      return;
    }
    Arities arities;
    std::string name = "The function";
    if (fn->kind == NodeKind::kFn) arities = arities_of(as<FnNode>(fn));
    if (fn->kind == NodeKind::kConst && is_keyword(as<ConstNode>(fn).value)) {
      arities = arities_of(as<ConstNode>(fn).value);
      name = "A keyword";
    }
    if (fn->kind == NodeKind::kLocalRef) {
      auto& locals = locals_[context.file];
      auto known = locals.find(as<LocalRefNode>(fn).local);
      if (known != locals.end()) arities = known->second;
      name = symbol_text(as<LocalRefNode>(fn).local->name);
    }
    if (!arities.accepts(count)) context.report(*this, context.place_of(invoke), message(name, count, arities));
  }

  OfForm<std::unordered_map<const Local*, Arities>> locals_;
  std::unordered_map<uint64_t, Arities> defined_;
  std::vector<Call> calls_;
};

}  // namespace
CLJ_LINT_DEFINE(invalid_arity, InvalidArity)
}  // namespace clj::lint

#include "by_name.h"

#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"

namespace clj::driver {
namespace {

using namespace analyze;

enum class Reaches { kNothing, kVar, kNamespace, kAny };
enum class Arguments { kPlain, kConstant };

struct Row {
  std::string_view name;
  bool needs_compiler;
  Reaches reaches;
  Arguments arguments;
};
constexpr Row kRows[] = {
#define CLJ_BY_NAME(name, needs_compiler, reaches, arguments) {name, needs_compiler, Reaches::reaches, Arguments::arguments},
#include "by_name.def"
#undef CLJ_BY_NAME
};

const Row* row_of(std::string_view name) {
  for (const Row& row : kRows) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

std::string full_name(Value var) {
  auto* v = cast<Var>(var);
  return v->ns.is_nil() ? "" : symbol_text(cast<Namespace>(v->ns)->name) + "/" + symbol_text(v->symbol);
}

std::string class_name(Value cls) {
  return is_kind(cls, Kind::kClass) ? to_utf8(cast<Class>(cls)->name) : is_string(cls) ? to_utf8(cls) : "";
}

class Visitor {
 public:
  explicit Visitor(incremental::Part& part) : part_(part) {}

  void visit(const Node* node) {
    check_stack();
    switch (node->kind) {
      case NodeKind::kInvoke: return call(as<InvokeNode>(node));
      case NodeKind::kVarRef: return note(row_of(full_name(as<VarRefNode>(node).var)));
      case NodeKind::kTheVar: return note(row_of(full_name(as<TheVarNode>(node).var)));
      case NodeKind::kStaticCall: note(row_of(class_name(as<StaticCallNode>(node).cls))); break;
      case NodeKind::kStaticField: note(row_of(class_name(as<StaticFieldNode>(node).cls))); break;
      default: break;
    }
    children(node);
  }

 private:
  void children(const Node* node) {
    for_each_child(node, [](void* self, Node* child) { static_cast<Visitor*>(self)->visit(child); }, this);
  }

  void note(const Row* row) {
    if (row == nullptr) return;
    if (row->needs_compiler) part_.needs_compiler = std::string(row->name);
    if (row->reaches != Reaches::kNothing) part_.any_name = std::string(row->name);
  }

  void call(const InvokeNode& call) {
    const Row* row = call.fn->kind == NodeKind::kVarRef ? row_of(full_name(as<VarRefNode>(call.fn).var)) : nullptr;
    if (row == nullptr) return children(&call);
    bool constant = row->arguments == Arguments::kConstant;
    for (const Node* arg : call.args) constant = constant && arg->kind == NodeKind::kConst;
    if (!constant) {
      note(row);
      for (const Node* arg : call.args) visit(arg);
      return;
    }
    for (const Node* arg : call.args) {
      Value value = as<ConstNode>(arg).value;
      if (!is_symbol(value)) continue;
      if (row->reaches == Reaches::kVar) name(value);
      if (row->reaches == Reaches::kNamespace) part_.by_name.push_back(symbol_text(value) + "/*");
      if (row->reaches == Reaches::kAny) note(row);
    }
  }

  // A symbol without a namespace is one of the namespace that the program is in: unknown.
  void name(Value symbol) {
    if (cast<Symbol>(symbol)->ns.is_nil()) {
      part_.any_name = symbol_text(symbol);
    } else {
      part_.by_name.push_back(symbol_text(symbol));
    }
  }

  incremental::Part& part_;
};

// Evaluating it has no effect and cannot fail.
bool is_pure(const Node* node) {
  if (node == nullptr) return true;
  auto all = [](const NodeList& nodes, size_t step, auto&& accept) {
    for (size_t i = 0; i < nodes.size; i += step) {
      if (!accept(nodes[i])) return false;
    }
    return true;
  };
  auto is_constant = [](const Node* key) { return key->kind == NodeKind::kConst; };
  switch (node->kind) {
    case NodeKind::kConst:
    case NodeKind::kFn:
    case NodeKind::kTheVar:
    case NodeKind::kVarRef: return true;
    case NodeKind::kVector: return all(as<VectorNode>(node).items, 1, is_pure);
    // Keys that are equal are an error.
    case NodeKind::kMap: return all(as<MapNode>(node).entries, 2, is_constant) && all(as<MapNode>(node).entries, 1, is_pure);
    case NodeKind::kSet: return all(as<SetNode>(node).items, 1, is_constant);
    default: return false;
  }
}

}  // namespace

void note_names(const Unit& unit, incremental::Part& part) { Visitor(part).visit(unit.root); }

bool needs_compiler(std::string_view name) {
  const Row* row = row_of(name);
  return row != nullptr && row->needs_compiler;
}

bool reaches_any_name(std::string_view name) {
  const Row* row = row_of(name);
  return row != nullptr && row->reaches != Reaches::kNothing;
}

void for_each_by_name(const std::function<void(const std::string& name)>& visit) {
  for (const Row& row : kRows) visit(std::string(row.name));
}

std::string var_it_is_for(const Unit& unit, bool& does_nothing) {
  const Node* root = unit.root;
  does_nothing = is_pure(root);
  if (root->kind == NodeKind::kDef) {
    const auto& def = as<DefNode>(root);
    return is_pure(def.init) && is_pure(def.meta) ? full_name(def.var) : "";
  }
  if (root->kind == NodeKind::kHostCall) {
    const auto& call = as<HostCallNode>(root);
    bool marks = call.target->kind == NodeKind::kTheVar && symbol_text(call.member) == "setMacro";
    return marks ? full_name(as<TheVarNode>(call.target).var) : "";
  }
  return "";
}

}  // namespace clj::driver

#include "intrinsics.h"

#include <string_view>
#include <unordered_map>

#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/var.h"
#include "constant_nodes.h"

namespace clj::emit {

using namespace analyze;

namespace {

constexpr Intrinsic kIntrinsics[] = {
#define CLJ_INTRINSIC(name, arguments, op, shape) {name, arguments, bytecode::Op::k##op, Shape::shape},
#include "intrinsics.def"
#undef CLJ_INTRINSIC
#define CLJ_PREDICATE(name) {name, 1, bytecode::Op::kPredicate, Shape::kPredicate},
#include "clj/bytecode/predicates.def"
#undef CLJ_PREDICATE
};

using Index = std::unordered_multimap<std::string_view, const Intrinsic*>;

const Index& index() {
  static const Index built = [] {
    Index rows;
    for (const Intrinsic& row : kIntrinsics) rows.emplace(row.name, &row);
    return rows;
  }();
  return built;
}

// What a call calls; null when it is no var of clojure.core.
const Var* core_function(const Node* fn) {
  // condp names its predicate once, in a let.
  const Node* init = fn->kind == NodeKind::kLocalRef ? as<LocalRefNode>(fn).local->init : nullptr;
  if (init != nullptr && init->kind == NodeKind::kVarRef) fn = init;
  if (fn->kind != NodeKind::kVarRef) return nullptr;
  auto* var = cast<Var>(as<VarRefNode>(fn).var);
  return var->ns == roots.core_ns ? var : nullptr;
}

bool takes(const Intrinsic& row, const NodeList& args) {
  if (row.arguments != args.size && !(row.shape == Shape::kFold && args.size > row.arguments)) return false;
  if (row.shape == Shape::kOrNil) return constant_of(args[2]).is_nil();
  return row.op != bytecode::Op::kJumpUnlessInstance || is_class_constant(args[0]);
}

}  // namespace

const Intrinsic* find_intrinsic(const InvokeNode& call) {
  const Var* var = core_function(call.fn);
  if (var == nullptr) return nullptr;
  const String* name = as_string(cast<Symbol>(var->symbol)->name);
  if (name->is_utf16()) return nullptr;
  auto [row, end] = index().equal_range({reinterpret_cast<const char*>(name->latin1()), name->length});
  for (; row != end; ++row) {
    if (takes(*row->second, call.args)) return row->second;
  }
  return nullptr;
}

}  // namespace clj::emit

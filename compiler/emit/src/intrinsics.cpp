#include "intrinsics.h"

#include <string_view>
#include <unordered_map>

#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/var.h"

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

}  // namespace

const char* core_function_name(const Node* fn) {
  // condp names its predicate once, in a let.
  const Node* init = fn->kind == NodeKind::kLocalRef ? as<LocalRefNode>(fn).local->init : nullptr;
  if (init != nullptr && init->kind == NodeKind::kVarRef) fn = init;
  if (fn->kind != NodeKind::kVarRef) return nullptr;
  auto* var = cast<Var>(as<VarRefNode>(fn).var);
  if (var->ns != roots.core_ns) return nullptr;
  const String* name = as_string(cast<Symbol>(var->symbol)->name);
  if (name->is_utf16()) return nullptr;
  auto found = index().find({reinterpret_cast<const char*>(name->latin1()), name->length});
  return found == index().end() ? nullptr : found->second->name;
}

bool is_class_constant(const Node* node) {
  return node->kind == NodeKind::kConst && is_kind(as<ConstNode>(node).value, Kind::kClass);
}

const Intrinsic* find_intrinsic(const char* name, uint32_t arguments) {
  auto [row, end] = index().equal_range(name);
  for (; row != end; ++row) {
    const Intrinsic& intrinsic = *row->second;
    if (intrinsic.arguments == arguments) return &intrinsic;
    if (intrinsic.shape == Shape::kFold && arguments > intrinsic.arguments) return &intrinsic;
  }
  return nullptr;
}

}  // namespace clj::emit

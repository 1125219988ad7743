#include "intrinsics.h"

#include <cstring>

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
};

// Single-argument tests that only tests.cpp turns into instructions.
constexpr const char* kOnlyTests[] = {"zero?", "pos?", "neg?", "some?"};

bool same(const String* string, const char* text) {
  size_t n = std::strlen(text);
  return !string->is_utf16() && string->length == n && std::memcmp(string->latin1(), text, n) == 0;
}

}  // namespace

const char* core_function_name(const Node* fn) {
  if (fn->kind != NodeKind::kVarRef) return nullptr;
  auto* var = cast<Var>(as<VarRefNode>(fn).var);
  if (var->ns != roots.core_ns) return nullptr;
  const String* name = as_string(cast<Symbol>(var->symbol)->name);
  for (const Intrinsic& row : kIntrinsics) {
    if (same(name, row.name)) return row.name;
  }
  for (const char* test : kOnlyTests) {
    if (same(name, test)) return test;
  }
  return nullptr;
}

const Intrinsic* find_intrinsic(const char* name, uint32_t arguments) {
  for (const Intrinsic& row : kIntrinsics) {
    if (row.arguments == arguments && std::strcmp(row.name, name) == 0) return &row;
  }
  return nullptr;
}

}  // namespace clj::emit

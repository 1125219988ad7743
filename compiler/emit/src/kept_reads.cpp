// Common subexpressions of one kind: a final field of a local that an `if` reads in its test and again in a branch, as in
// (if (nil? (.left node)) 1 (size (.left node))), is read once.
#include "clj/core/collections.h"
#include "clj/core/field_types.h"
#include "clj/core/host.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "function_emitter.h"

namespace clj::emit {

using namespace analyze;

namespace {

// Whether the member, with the class that the target is hinted to be in its metadata, is a field that never changes.
bool is_final_field(Value member) {
  Value hint = get(meta(member), roots.kw_tag);
  Value cls = is_symbol(hint) ? find_class(symbol_text(hint)) : Value::nil();
  if (!is_kind(cls, Kind::kClass) || cast<Class>(cls)->fields.is_nil() || !find_class_method(cls, member).is_absent()) return false;
  int index = called_field_index(cls, member);
  return index >= 0 && static_cast<uint32_t>(index) < count(cast<Class>(cls)->fields) &&
         !is_mutable_field(cast<Class>(cls), static_cast<uint32_t>(index));
}

const HostCallNode* as_field_read(const Node* node) {
  if (node->kind != NodeKind::kHostCall) return nullptr;
  const auto& call = as<HostCallNode>(node);
  bool of_local = call.args.size == 0 && call.target->kind == NodeKind::kLocalRef && !as<LocalRefNode>(call.target).last;
  return of_local ? &call : nullptr;
}

// The analyzer gives equal members with equal hints of one function as one symbol.
bool are_same(const HostCallNode& a, const HostCallNode& b) {
  return a.member == b.member && as<LocalRefNode>(a.target).local == as<LocalRefNode>(b.target).local;
}

// What a test reads before anything else.
const HostCallNode* first_read(const Node* test) {
  if (const HostCallNode* read = as_field_read(test)) return read;
  if (test->kind != NodeKind::kInvoke || as<InvokeNode>(test).fn->kind != NodeKind::kVarRef) return nullptr;
  for (const Node* arg : as<InvokeNode>(test).args) {
    if (arg->kind != NodeKind::kConst && arg->kind != NodeKind::kLocalRef) return first_read(arg);
  }
  return nullptr;
}

bool is_read_in(const Node* node, const HostCallNode& read) {
  check_stack();
  if (node->kind == NodeKind::kFn) return false;
  const HostCallNode* other = as_field_read(node);
  if (other != nullptr && are_same(*other, read)) return true;
  struct Search {
    const HostCallNode* read;
    bool found;
  } search{&read, false};
  for_each_child(node, [](void* context, Node* child) {
    auto* s = static_cast<Search*>(context);
    s->found = s->found || is_read_in(child, *s->read);
  }, &search);
  return search.found;
}

}  // namespace

const HostCallNode* MethodEmitter::shared_read(const IfNode& node) const {
  const HostCallNode* read = first_read(node.test);
  if (read == nullptr || kept_register(read) != UINT32_MAX || !is_final_field(read->member)) return nullptr;
  return is_read_in(node.then, *read) || is_read_in(node.otherwise, *read) ? read : nullptr;
}

uint32_t MethodEmitter::kept_register(const Node* node) const {
  if (kept_reads_.empty()) return UINT32_MAX;
  const HostCallNode* read = as_field_read(node);
  for (const KeptRead& kept : kept_reads_) {
    if (read != nullptr && are_same(*kept.read, *read)) return kept.reg;
  }
  return UINT32_MAX;
}

}  // namespace clj::emit

// What a node that is a constant holds.
#pragma once
#include "clj/analyze/ast.h"
#include "clj/core/numbers.h"
#include "clj/core/text.h"
#include "clj/core/type.h"

namespace clj::emit {

// absent() where the node is no constant.
inline Value constant_of(const analyze::Node* node) {
  return node->kind == analyze::NodeKind::kConst ? analyze::as<analyze::ConstNode>(node).value : Value::absent();
}

inline bool is_number_constant(const analyze::Node* node) { return is_number(constant_of(node)); }
inline bool is_keyword_constant(const analyze::Node* node) { return is_keyword(constant_of(node)); }
inline bool is_class_constant(const analyze::Node* node) { return is_kind(constant_of(node), Kind::kClass); }

}  // namespace clj::emit

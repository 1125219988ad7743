#include "expression_class.h"

#include "clj/core/numbers.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "resolve.h"

namespace clj::analyze {
namespace {

Value class_or_nil(Value found) { return is_kind(found, Kind::kClass) ? found : Value::nil(); }

// A long or a double is a primitive, which has no methods.
Value class_of_constant(Value value) {
  return value.is_nil() || is_long(value) || value.is_double() ? Value::nil() : class_of(value);
}

}  // namespace

Value hinted_class(const Node* node) {
  Value tag = node->tag;
  if (is_symbol(tag)) return class_or_nil(find_class_in(current_ns(), tag));
  return class_or_nil(is_string(tag) ? find_class(to_utf8(tag)) : tag);
}

Value inferred_class(const Node* node) {
  if (Value hinted = hinted_class(node); !hinted.is_nil()) return hinted;
  switch (node->kind) {
    case NodeKind::kConst: return class_of_constant(as<ConstNode>(node).value);
    case NodeKind::kNew: return class_or_nil(as<NewNode>(node).cls);
    case NodeKind::kLet: return inferred_class(as<LetNode>(node).body);
    case NodeKind::kDo: {
      const NodeList& forms = as<DoNode>(node).body;
      return inferred_class(forms[forms.size - 1]);
    }
    case NodeKind::kLocalRef: {
      const Local* local = as<LocalRefNode>(node).local;
      return local->tag.is_nil() && local->init != nullptr ? inferred_class(local->init) : Value::nil();
    }
    default: return Value::nil();
  }
}

}  // namespace clj::analyze

#include "expression_class.h"

#include "clj/core/collections.h"
#include "clj/core/numbers.h"
#include "clj/core/roots.h"
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

// Whether a function with these parameters takes as many arguments.
bool takes(Value arglist, uint32_t count) {
  uint32_t fixed = 0;
  bool variadic = false;
  for_each(arglist, [&](Value param) {
    variadic = is_symbol(param) && symbol_text(param) == "&";
    fixed += !variadic;
    return !variadic;
  });
  return variadic ? count >= fixed : count == fixed;
}

// The :tag of the arglist that a call takes, or that of the var.
Value tag_of_result(Value metadata, uint32_t count) {
  Value tag;
  Value arglists = get(metadata, make_keyword("", "arglists"));
  if (is_seq(arglists)) {
    for_each(arglists, [&](Value arglist) {
      if (!is_vector(arglist) || !takes(arglist, count)) return true;
      tag = get(meta(arglist), roots.kw_tag);
      return false;
    });
  }
  return tag.is_nil() ? get(metadata, roots.kw_tag) : tag;
}

Value class_of_result(const InvokeNode& call) {
  if (call.fn->kind != NodeKind::kVarRef) return Value::nil();
  Value metadata = cast<Var>(as<VarRefNode>(call.fn).var)->meta.load();
  if (metadata.is_nil()) return metadata;
  Value tag = tag_of_result(metadata, call.args.size);
  if (!is_symbol(tag)) return class_or_nil(tag);
  bool full_name = symbol_text(tag).find('.') != std::string::npos;
  return class_or_nil(full_name ? find_class(symbol_text(tag)) : find_class_in(current_ns(), tag));
}

}  // namespace

Value target_class(const Node* node) {
  if (Value hinted = hinted_class(node); !hinted.is_nil()) return hinted;
  if (node->kind == NodeKind::kInvoke) return class_of_result(as<InvokeNode>(node));
  if (node->kind != NodeKind::kLocalRef) return Value::nil();
  const Local* local = as<LocalRefNode>(node).local;
  return local->tag.is_nil() && local->init != nullptr ? target_class(local->init) : Value::nil();
}

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

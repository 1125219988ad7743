// What can be said about every node from ast.def alone: its op, its children, its dump.
#include "clj/analyze/ast.h"
#include "clj/core/print.h"
#include "clj/core/text.h"
#include "clj/core/var.h"

namespace clj::analyze {

void for_each_child(const Node* node, void (*visit)(void* context, Node* child), void* context) {
  switch (node->kind) {
#define CLJ_NODE(name, op)               \
  case NodeKind::k##name: {              \
    auto& fields = as<name##Node>(node); \
    (void)fields;
#define CLJ_CHILD(name) visit(context, fields.name);
#define CLJ_OPT_CHILD(name) \
  if (fields.name != nullptr) visit(context, fields.name);
#define CLJ_CHILDREN(name) \
  for (Node * child : fields.name) visit(context, child);
#define CLJ_END() \
  break;          \
  }
#include "clj/analyze/ast.def"
    case NodeKind::kCount:
      break;
  }
}

namespace {

const char* op_name(NodeKind kind) {
  static const char* const names[] = {
#define CLJ_NODE(name, op) op,
#include "clj/analyze/ast.def"
  };
  return names[static_cast<int>(kind)];
}

// One line per node: label, op, values, locals and set flags; children indented below.
struct Dumper {
  std::string out;
  int depth = 0;

  void local(const Local* local) {
    out += local == nullptr ? "_" : symbol_text(local->name) + "#" + std::to_string(local->id);
  }
  // A site's cell is empty until the program runs.
  void value(Value v) { out += is_kind(v, Kind::kBox) ? "#box" : print_text(v); }
  void attribute(const char* name) { out += std::string(" ") + name + "="; }

  void node(const std::string& label, const Node* node) {
    out.append(static_cast<size_t>(depth) * 2, ' ');
    if (!label.empty()) out += label + ": ";
    out += op_name(node->kind);
    head(node);
    out += '\n';
    ++depth;
    children(node);
    --depth;
  }

  // The node's own facts.
  void head(const Node* node) {
    switch (node->kind) {
#define CLJ_NODE(name, op)               \
  case NodeKind::k##name: {              \
    auto& fields = as<name##Node>(node); \
    (void)fields;
#define CLJ_LOCAL(name) attribute(#name), local(fields.name);
#define CLJ_LOCALS(name)               \
  attribute(#name), out += '[';        \
  for (const Local* l : fields.name) { \
    if (out.back() != '[') out += ' '; \
    local(l);                          \
  }                                    \
  out += ']';
#define CLJ_VALUE(name) attribute(#name), value(fields.name);
#define CLJ_INT(name) attribute(#name), out += std::to_string(fields.name);
#define CLJ_FLAG(name) \
  if (fields.name) out += " " #name;
#define CLJ_TARGET(name) attribute(#name), out += op_name(fields.name->kind);
#define CLJ_END() \
  break;          \
  }
#include "clj/analyze/ast.def"
      case NodeKind::kCount:
        break;
    }
    if (!node->tag.is_nil()) attribute("tag"), out += print_text(node->tag);
    if (node->tail) out += " tail";
  }

  void children(const Node* parent) {
    switch (parent->kind) {
#define CLJ_NODE(name, op)                 \
  case NodeKind::k##name: {                \
    auto& fields = as<name##Node>(parent); \
    (void)fields;
#define CLJ_CHILD(name) node(#name, fields.name);
#define CLJ_OPT_CHILD(name) \
  if (fields.name != nullptr) node(#name, fields.name);
#define CLJ_CHILDREN(name) \
  for (size_t i = 0; i < fields.name.size; ++i) node(#name "[" + std::to_string(i) + "]", fields.name[i]);
#define CLJ_END() \
  break;          \
  }
#include "clj/analyze/ast.def"
      case NodeKind::kCount:
        break;
    }
  }
};

}  // namespace

std::string dump_ast(const Unit& unit) {
  Dumper dumper;
  dumper.node("", unit.root);
  return dumper.out;
}

}  // namespace clj::analyze

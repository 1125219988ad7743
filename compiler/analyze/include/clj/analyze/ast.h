// The AST: what the analyzer makes and the tree evaluator, emitter, lints and dumper read.
//
// Nodes are plain structs declared by ast.def, allocated in a Unit's arena and freed with it.
// The arena is scanned conservatively, so nodes may hold Values.
//
// Threads  Immutable once analyze() returned.
// Design   docs/pipeline.md
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "clj/value/value.h"

namespace clj::analyze {

enum class NodeKind : uint8_t {
#define CLJ_NODE(name, op) k##name,
#include "clj/analyze/ast.def"
  kCount
};

struct Node;

// What JVM Clojure would hold the local in. A local of an int holds a long here; where it is read as an object, the
// analyzer puts a call of -boxed-int around it.
enum class Primitive : uint8_t { kNone, kByte, kShort, kInt, kLong, kFloat, kDouble };

// kNone for a hint that is not ^long or ^double.
Primitive primitive_of_tag(Value tag);

// One binding of a name: parameter, let, loop, catch, fn self name.
struct Local {
  Value name;     // Symbol as written, metadata included
  Value tag;      // type hint (Symbol, String or Class) or nil
  uint32_t id;    // unique in the Unit, dense from 0
  bool captured;  // some inner Fn lists it in captures
  bool rebound;   // a loop or method local that a recur changes
  Primitive primitive;  // by its initial value; a hint on a parameter is in `tag` only
  uint32_t line, column;
  uint32_t class_id;  // of the function that the JVM makes of what binds it (Analyzer::AsOwnFn)
  uint32_t slot;      // dense among the locals that one Fn (or the root) owns
  const Node* owner;  // the Fn node whose method binds it; null: the unit's root
  const Node* init;   // of a let: what it binds it to; or null
};

// A fixed array in the arena.
template <class T>
struct ArenaList {
  T* data = nullptr;
  uint32_t size = 0;
  T& operator[](size_t i) const { return data[i]; }
  T* begin() const { return data; }
  T* end() const { return data + size; }
};

struct Node {
  NodeKind kind;
  bool tail;              // in tail position of its FnMethod (a call here may be a tail call)
  uint32_t line, column;  // 1-based; 0: unknown
  Value tag;              // type hint on the form (Symbol or String), or nil
};
using NodeList = ArenaList<Node*>;
using LocalList = ArenaList<Local*>;

#define CLJ_NODE(name, op)   \
  struct name##Node : Node { \
    static constexpr NodeKind kKind = NodeKind::k##name;
#define CLJ_CHILD(name) Node* name;
#define CLJ_OPT_CHILD(name) Node* name;
#define CLJ_CHILDREN(name) NodeList name;
#define CLJ_LOCAL(name) Local* name;
#define CLJ_LOCALS(name) LocalList name;
#define CLJ_VALUE(name) Value name;
#define CLJ_INT(name) int64_t name;
#define CLJ_FLAG(name) bool name;
#define CLJ_TARGET(name) Node* name;
#define CLJ_END() \
  }               \
  ;
#include "clj/analyze/ast.def"

template <class T>
const T& as(const Node* node) {
  return *static_cast<const T*>(node);
}

// One analysed top-level form: owns its nodes.
class Unit {
 public:
  Unit();
  ~Unit();
  Unit(const Unit&) = delete;
  // Zeroed arena memory.
  void* allocate(size_t bytes);
  template <class T>
  T* make_node(uint32_t line, uint32_t column) {
    auto* node = static_cast<T*>(allocate(sizeof(T)));
    node->kind = T::kKind;
    node->line = line;
    node->column = column;
    return node;
  }
  template <class T>
  ArenaList<T> make_list(const std::vector<T>& items) {
    ArenaList<T> list{static_cast<T*>(allocate(items.size() * sizeof(T))), static_cast<uint32_t>(items.size())};
    for (size_t i = 0; i < items.size(); ++i) list.data[i] = items[i];
    return list;
  }

  Node* root = nullptr;
  Value file;  // String: what *file* was
  uint32_t local_count = 0;
  uint32_t root_slots = 0;  // how many locals the root owns
  Value name;               // String "user/eval1", or nil for a top-level def

 private:
  struct Block;
  Block* blocks_ = nullptr;
};

// Calls visit(child) for every child node, in evaluation order.
void for_each_child(const Node* node, void (*visit)(void* context, Node* child), void* context);
// An indented text of the whole unit, one line per node, for goldens and people.
std::string dump_ast(const Unit& unit);

// What the JVM says of the node's value, which is nil and was called or thrown, behind "because": "f", the return value of "…". Empty where it
// says nothing.
std::string reason_of_nil(const Node* called);

// Whether JVM Clojure's compiler knows the expression to be a primitive double or long.
bool is_primitive_double(const Node* node);
bool is_primitive_long(const Node* node);

}  // namespace clj::analyze

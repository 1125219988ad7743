// A ^:once function (the body of a lazy-seq, delay or future) runs once, so a value it captured
// is garbage after the last read: without clearing it there, a thunk that walks a long seq
// would hold the head of what it walks. JVM Clojure clears in the same places, which a program
// can see when the body throws and is run again.
//
// Backward data flow over the tree: `live` holds the captures that may be read after the point
// reached. Reads inside a loop are never last, for the next turn may read again.
#include <set>
#include <vector>

#include "clj/core/error.h"
#include "clj/passes/passes.h"

namespace clj::passes {
namespace {

using namespace analyze;

using Live = std::set<const Local*>;

void collect_children(void* context, Node* child) { static_cast<std::vector<Node*>*>(context)->push_back(child); }

std::vector<Node*> children_of(const Node* node) {
  std::vector<Node*> children;
  for_each_child(node, collect_children, &children);
  return children;
}

class LastUses {
 public:
  LastUses(Unit& unit, const FnNode& fn) : unit_(unit), captures_(fn.captures.begin(), fn.captures.end()) {}

  void method(const FnMethodNode& method) {
    method_ = &method;
    Live live;
    visit(method.body, live);
  }

 private:
  // Adds the captures that evaluating `node` may read.
  void add_reads(const Node* node, Live& live) {
    switch (node->kind) {
      case NodeKind::kLocalRef: add(as<LocalRefNode>(node).local, live); return;
      case NodeKind::kFieldRef: add(as<FieldRefNode>(node).instance, live); return;
      case NodeKind::kSetField: add(as<SetFieldNode>(node).instance, live); break;
      case NodeKind::kFn: {
        auto& fn = as<FnNode>(node);
        for (const Local* local : fn.captures) add(local, live);
        if (fn.meta != nullptr) add_reads(fn.meta, live);
        return;
      }
      default: break;
    }
    for (const Node* child : children_of(node)) add_reads(child, live);
  }

  void add(const Local* local, Live& live) {
    if (captures_.count(local) != 0) live.insert(local);
  }

  // True when the local is one of the captures and nothing reads it later; it is live before.
  bool take(const Local* local, Live& live) { return captures_.count(local) != 0 && live.insert(local).second; }

  // From what is live after `node` to what is live before it, marking on the way.
  void visit(Node* node, Live& live) {
    switch (node->kind) {
      case NodeKind::kLocalRef: {
        auto& ref = static_cast<LocalRefNode&>(*node);
        ref.last = take(ref.local, live);
        return;
      }
      case NodeKind::kFn: {
        auto& fn = static_cast<FnNode&>(*node);
        if (fn.meta != nullptr) add_reads(fn.meta, live);
        std::vector<Local*> taken;
        for (Local* local : fn.captures) {
          if (take(local, live)) taken.push_back(local);
        }
        fn.taken = unit_.make_list(taken);
        return;
      }
      case NodeKind::kFieldRef:
      case NodeKind::kSetField:
        visit_in_turn(node, live);
        add_reads(node, live);
        return;
      case NodeKind::kIf: {
        auto& form = as<IfNode>(node);
        visit_either({form.then, form.otherwise}, live);
        return visit(form.test, live);
      }
      case NodeKind::kCase: {
        auto& form = as<CaseNode>(node);
        std::vector<Node*> branches(form.branches.begin(), form.branches.end());
        branches.push_back(form.otherwise);
        visit_either(branches, live);
        return visit(form.test, live);
      }
      case NodeKind::kRecur:
        // To the method itself: what follows is the whole body. To a loop: see there.
        if (as<RecurNode>(node).target == method_) add_reads(method_->body, live);
        return visit_in_turn(node, live);
      case NodeKind::kLoop: {
        auto& loop = as<LoopNode>(node);
        add_reads(loop.body, live);
        visit(loop.body, live);
        for (uint32_t i = loop.inits.size; i-- > 0;) visit(loop.inits[i], live);
        return;
      }
      case NodeKind::kTry: {
        // Any point of the body may be followed by a handler, any of a handler by `finally`.
        auto& form = as<TryNode>(node);
        if (form.finally != nullptr) {
          Live cleanup = live;
          visit(form.finally, cleanup);
          live = std::move(cleanup);
        }
        std::vector<Node*> catches(form.catches.begin(), form.catches.end());
        Live before = live;
        for (Node* handler : catches) {
          Live branch = live;
          visit_in_turn(handler, branch);
          before.insert(branch.begin(), branch.end());
        }
        live = std::move(before);
        return visit(form.body, live);
      }
      default: return visit_in_turn(node, live);
    }
  }

  void visit_in_turn(Node* node, Live& live) {
    std::vector<Node*> children = children_of(node);
    for (size_t i = children.size(); i-- > 0;) visit(children[i], live);
  }

  void visit_either(const std::vector<Node*>& branches, Live& live) {
    Live before;
    for (Node* branch : branches) {
      Live mine = live;
      visit(branch, mine);
      before.insert(mine.begin(), mine.end());
    }
    live = std::move(before);
  }

  Unit& unit_;
  const FnMethodNode* method_ = nullptr;
  Live captures_;
};

void mark_in_function(Unit& unit, const FnNode& fn) {
  if (fn.captures.size == 0) return;
  LastUses uses(unit, fn);
  for (const Node* method : fn.methods) uses.method(as<FnMethodNode>(method));
}

void mark_in(Unit& unit, const Node* node) {
  check_stack();
  if (node->kind == NodeKind::kFn && as<FnNode>(node).once) mark_in_function(unit, as<FnNode>(node));
  for_each_child(
      node, [](void* context, Node* child) { mark_in(*static_cast<Unit*>(context), child); }, &unit);
}

}  // namespace

// Sets LocalRefNode::last and FnNode::taken in the methods of ^:once functions: after such a
// read no path of the method reads the capture again, so an evaluator may clear it there.
void mark_last_uses(Unit& unit) { mark_in(unit, unit.root); }

}  // namespace clj::passes

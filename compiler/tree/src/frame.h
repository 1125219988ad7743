// Functions and activations of the tree evaluator.
#pragma once
#include <memory>

#include "clj/analyze/ast.h"
#include "clj/gc/heap.h"
#include "clj/value/object.h"

namespace clj::tree {

using Unit = analyze::Unit;
using analyze::FnMethodNode;
using analyze::FnNode;
using analyze::Local;
using analyze::Node;

// Keeps a Unit alive for the functions made from it. The owner is freed by finalize().
struct TreeUnit : Object {
  static constexpr Kind kKind = Kind::kTreeUnit;
  static constexpr uint16_t kSlots = 0;
  std::shared_ptr<Unit>* owner;
};

// A closure. Slots: name (String), TreeUnit, then the captured values; after them the FnNode*.
struct TreeFn : Object {
  static constexpr Kind kKind = Kind::kTreeFn;
  static constexpr uint16_t kSlots = 2;
  Value name;
  Value unit;
  Value* captures() { return &unit + 1; }
  const FnNode*& node() { return *reinterpret_cast<const FnNode**>(slot_array() + slots); }
};

// One activation. Lives on the C stack, which the collector scans.
struct Frame {
  Frame(const FnNode* fn, const Unit* unit, Value function, Value* slots);
  ~Frame();
  Frame(const Frame&) = delete;

  // Where a local lives: among the frame's own, or in the closure.
  Value& at(const Local* local) {
    if (local->owner == static_cast<const Node*>(fn)) return slots[local->slot];
    return captured(local);
  }
  Value& captured(const Local* local);

  const FnNode* fn;  // null: the unit's root
  const Unit* unit;
  Value function;     // the TreeFn, or nil at the root
  Value unit_holder;  // the TreeUnit that closures made here share; nil until one is
  Value* slots;
  uint32_t line = 0;  // of the call being made
  Frame* outer;
};
extern thread_local Frame* top_frame;

Value eval(const Node* node, Frame& frame);

// A closure of the frame's unit, its captures nil until they are filled from the frame.
Value make_function(const FnNode& node, Frame& frame);
void fill_captures(Value function, Frame& frame);
// Clears FnNode::taken in the frame's own closure, once the node's captures are filled.
void give_up_taken(const FnNode& node, Frame& frame);

}  // namespace clj::tree
